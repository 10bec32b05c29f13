import type { Citizen } from "../../kernel/actor.ts";
import { changeFrom, decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import { err, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type ApiKey, type InvalidKey, type KeyNotAllowedNow, parseKeyId, revoke } from "./api-key.ts";
import { footingOf } from "./find-registration.ts";
import { getKey, putKeyEnd } from "./key-store.ts";
import { getPartner } from "./store.ts";
import type { Writes } from "./writes.ts";

/**
 * Ends a key from the next request on, whatever state its partner is in. Errors: NOT_FOUND for a key of anybody
 * else's partner, NOT_ENTITLED as in
 * `createApiKey`, NOT_ALLOWED_NOW for one that has ended.
 */
export async function revokeApiKey(
  id: string,
  { actor, now }: { readonly actor: Citizen; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<ApiKey, { readonly code: "NOT_FOUND" } | InvalidKey | KeyNotAllowedNow>> {
  const named = parseKeyId(id);
  if (!named) return err({ code: "NOT_FOUND" });
  const { partnerId, keyId } = named;
  return decideUntilWritten({
    database,
    about: `key ${keyId}`,
    read: () => Promise.all([getPartner(database, partnerId), getKey(database, partnerId, keyId)]),
    decide: async ([partner, key]) => {
      const footing = partner && key && (await footingOf({ database, now }, partner, actor));
      if (!key || !footing) return err({ code: "NOT_FOUND" });
      if (footing === "FORMER") return err({ code: "NOT_ENTITLED", path: ["id"] });
      return changeFrom(key, revoke(key, now));
    },
    write: ({ before, after }) =>
      commit({
        actor,
        action: "partners.api-key.revoked",
        reason: `key ${keyId}`,
        aggregate: partnerId,
        table: "registry",
        at: now,
        requestId,
        writes: [putKeyEnd(database, after, before)],
      }),
  });
}
