export { openAccessLog } from "./access-log.ts";
export type { Attended, FindAttended } from "./attended.ts";
export { openConsentBook } from "./consent-book.ts";
export { openEnrolment } from "./enrol-citizen.ts";
export { findBorn } from "./find-born.ts";
export { grantConsent } from "./grant-consent.ts";
export { isMinor, needsGuardianForData, noStatus, type SeenPaper } from "./personal-status.ts";
export { getStatus, noteBirth, putStatus } from "./personal-status-store.ts";
export { idNumberOf, profileOf } from "./profile.ts";
export { getProfile, putProfile } from "./profile-store.ts";
export { listRequestsOf } from "./read-consent-requests.ts";
export { type OpenedConsents, readsByConsent } from "./reads-by-consent.ts";
export { readReference, referenceFor } from "./reference.ts";
export {
  type RequestConsentPorts,
  type RequestRefusal,
  requestConsent,
  requestConsentFor,
} from "./request-consent.ts";
