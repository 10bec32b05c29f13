import type { Mode } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Consent, Consents } from "./consent.ts";

export type { AccessLog } from "./access-log.ts";
export { openAccessLog } from "./access-log.ts";
export type { Consent, Consents } from "./consent.ts";
export type { ConsentBook } from "./consent-book.ts";
export { openConsentBook } from "./consent-book.ts";
export type { ConsentRequest } from "./consent-request.ts";
export { grantConsent } from "./decide-consent.ts";
export { readReference, referenceFor } from "./reference.ts";
export { requestConsent } from "./request-consent.ts";
export { getProfile, putProfile } from "./store.ts";

/** A person as the hub's resolvers pass them on; what is read of them is read field by field. */
export type CitizenSubject = { readonly citizenId: CitizenId; readonly mode: Mode };

/** A consent with whom it was given to. */
export type ConsentView = Consent &
  Pick<Consents, "citizenId" | "partnerId" | "partnerName" | "partnerCreditCode">;
