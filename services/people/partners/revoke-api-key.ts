import type { Citizen } from "../../kernel/actor.ts";
import { err, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type ApiKey, type InvalidKey, type KeyNotAllowedNow, parseKeyId, revoke } from "./api-key.ts";
import { footingOf } from "./find-registration.ts";
import { getKey, putKeyEnd } from "./key-store.ts";
import { getPartner } from "./store.ts";
import { DECISIONS_MAX, type Writes } from "./writes.ts";

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
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const [partner, key] = await Promise.all([
      getPartner(database, partnerId),
      getKey(database, partnerId, keyId),
    ]);
    const footing = partner && key && (await footingOf({ database, now }, partner, actor));
    if (!partner || !key || !footing) return err({ code: "NOT_FOUND" });
    if (footing === "FORMER") return err({ code: "NOT_ENTITLED", path: ["id"] });
    const revoked = revoke(key, now);
    if (!revoked.ok) return revoked;
    const committed = await commit({
      actor,
      action: "partners.api-key.revoked",
      reason: `key ${keyId}`,
      aggregate: partnerId,
      table: "registry",
      at: now,
      requestId,
      writes: [putKeyEnd(database, revoked.value, key)],
    });
    if (committed.ok) return revoked;
  }
  throw new Error("a key changed again and again while it was being revoked");
}
