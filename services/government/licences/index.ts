export { licenceByNumber, validLicencesIn } from "./find-licence.ts";
export { agreeToIssuerKey } from "./issuer-keys/agree-to-issuer-key.ts";
export { findIssuerKeys } from "./issuer-keys/find-issuer-keys.ts";
export { proposeIssuerKey } from "./issuer-keys/propose-issuer-key.ts";
export { findLicenceType } from "./types/find-licence-types.ts";
export { publishLicenceType } from "./types/publish-licence-type.ts";
export { saveLicenceTypeDraft } from "./types/save-licence-type-draft.ts";
export type { TypeDraftInput } from "./types/type-draft.ts";
