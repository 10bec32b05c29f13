import type { Database } from "../../kernel/database/database.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type ApiKey, statusOf } from "./api-key.ts";
import { listKeys } from "./key-store.ts";

/** So many of a partner's keys are shown. */
const KEYS_SHOWN_MAX = 100;

/** A partner's keys: those that work first, then the latest. For those who may see the partner. */
export async function readApiKeys(
  partner: PartnerId,
  { database, now }: { readonly database: Pick<Database, "query">; readonly now: Instant },
): Promise<readonly ApiKey[]> {
  const rank = (key: ApiKey): number => (statusOf(key, now) === "ACTIVE" ? 0 : 1);
  return (await listKeys(database, partner))
    .toSorted((a, b) => rank(a) - rank(b) || (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, KEYS_SHOWN_MAX);
}
