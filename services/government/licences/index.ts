export { licenceByNumber, validLicencesIn } from "./find-licence.ts";
