import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { ConsentRequestId } from "./ids.ts";

/** Citizens, and who may read of them and did. */
export const citizenKeys = {
  profile: (id: CitizenId) => key(id, "profile"),
  personalStatus: (id: CitizenId) => key(id, "personal-status"),
  consents: (id: CitizenId, partner: PartnerId) => key(id, `consent#${partner}`),
  allConsents: { skPrefix: "consent#" },
  access: (id: CitizenId, at: string, requestId: string) => key(id, `access#${at}#${requestId}`),
  allAccesses: { skPrefix: "access#" },
  consentRequest: (id: ConsentRequestId) => key(id, "request"),
  requestOfPartner: (partner: PartnerId, at: string, id: ConsentRequestId) =>
    key(`consent-requests#${partner}`, `request#${at}#${id}`),
  requestsOfPartner: (partner: PartnerId) => ({
    pk: `consent-requests#${partner}`,
    skPrefix: "request#",
  }),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "records", what: "a citizen's profile", key: "{citizen}, profile" },
  {
    table: "records",
    what: "a citizen's age and livelihood, as papers show them",
    key: "{citizen}, personal-status",
  },
  { table: "records", what: "a partner's consents by a citizen", key: "{citizen}, consent#{partner}" },
  { table: "records", what: "all consents of a citizen", key: "{citizen}, consent#…" },
  { table: "records", what: "a read of a citizen's data", key: "{citizen}, access#{time}#{request}" },
  { table: "records", what: "who read a citizen's data, newest first", key: "{citizen}, access#…" },
  { table: "records", what: "a consent request", key: "{consent request}, request" },
  {
    table: "records",
    what: "a consent request of a partner",
    key: "consent-requests#{partner}, request#{time}#{consent request}",
  },
  {
    table: "records",
    what: "consent requests of a partner, newest first",
    key: "consent-requests#{partner}, request#…",
  },
] as const satisfies readonly AccessPattern[];
