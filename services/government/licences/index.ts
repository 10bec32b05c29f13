export { findLicence, licenceByNumber, validLicencesIn } from "./find-licence.ts";
export {
  grantLicence,
  type LicenceAct,
  type LicenceImpossible,
  licenceObstacle,
  takeLicenceBack,
} from "./grant-licence.ts";
export type { Licence } from "./licence.ts";
