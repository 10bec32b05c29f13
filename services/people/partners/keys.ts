import type { CreditCode } from "../../field/credit-code.ts";
import type { AccessPattern } from "../../kernel/access-pattern.ts";
import type { Mode } from "../../kernel/actor.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId, KeyId, PartnerId } from "../../kernel/ids.ts";

/** Partners and their keys. */
export const partnerKeys = {
  partner: (id: PartnerId) => key(id, "partner"),
  apiKey: (id: PartnerId, keyId: KeyId) => key(id, `key#${keyId}`),
  apiKeys: { skPrefix: "key#" },
  ofRepresentative: (mode: Mode, id: CitizenId): string => `representative#${mode}#${id}`,
  ofStatus: (status: string): string => `partners#${status}`,
  ofEnterprise: (creditCode: CreditCode, id: PartnerId) => key(`enterprise-partners#${creditCode}`, id),
  allOfEnterprise: (creditCode: CreditCode) => ({
    pk: `enterprise-partners#${creditCode}`,
    skPrefix: "ptn_",
  }),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "registry", what: "a partner", key: "{partner}, partner" },
  { table: "registry", what: "a partner's key", key: "{partner}, key#{key}" },
  { table: "registry", what: "a partner's keys", key: "{partner}, key#…" },
  {
    table: "registry",
    what: "partners that a citizen represents",
    key: "representative#{mode}#{citizen}, {time}#{partner}",
    index: "index1",
  },
  {
    table: "registry",
    what: "partners by status, oldest first",
    key: "partners#{status}, {time}#{partner}",
    index: "index2",
  },
  {
    table: "registry",
    what: "a partner of an enterprise",
    key: "enterprise-partners#{credit code}, {partner}",
  },
  { table: "registry", what: "partners of an enterprise", key: "enterprise-partners#{credit code}, ptn_…" },
] as const satisfies readonly AccessPattern[];
