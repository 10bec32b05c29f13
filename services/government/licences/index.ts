export { licenceEffects } from "./effects.ts";
export { licenceByNumber, validLicencesIn } from "./find-licence.ts";
export { heldLicences } from "./held-licences.ts";
