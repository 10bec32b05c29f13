export { licenceEffects } from "./effects.ts";
export { findLicence, licenceByNumber, validLicencesIn } from "./find-licence.ts";
export type { Licence } from "./licence.ts";
