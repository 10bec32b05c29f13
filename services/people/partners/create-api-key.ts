import type { Citizen } from "../../kernel/actor.ts";
import { isId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant, Runtime } from "../../kernel/runtime.ts";
import {
  type ApiKey,
  checkRoom,
  type InvalidKey,
  type KeyTerms,
  type KeyWish,
  newKey,
  termsOf,
} from "./api-key.ts";
import { footingOf } from "./find-registration.ts";
import { listKeys, putNewKey } from "./key-store.ts";
import { eventFor, OPEN_MODES, type Partner, type PartnerStatus } from "./partner.ts";
import { getPartner, putPartner } from "./store.ts";
import { DECISIONS_MAX, type Writes } from "./writes.ts";

export type KeyPorts = Writes & {
  readonly runtime: Pick<Runtime, "random">;
  readonly secrets: Pick<Secrets, "hashApiKey">;
};

export type IssuedKey = {
  /** The key as its holder sends it. It exists here only. */
  readonly secret: string;
  readonly apiKey: ApiKey;
};

/** The partner is in a state in which it can have no keys of any mode. */
export type NoKeysNow = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: PartnerStatus;
  readonly availableActions: readonly [];
};
type NotFound = { readonly code: "NOT_FOUND" };

/**
 * Makes a key for a partner that the actor may act for by the register of this moment. Errors: NOT_FOUND for anybody
 * else's partner, NOT_ENTITLED for who acted for it once, NOT_ALLOWED_NOW while it is not open, LIVE_ACCESS_MISSING, TOO_MANY, and what `termsOf` names.
 */
export async function createApiKey(
  { partnerId, ...wish }: KeyWish & { readonly partnerId: string },
  { actor, now }: { readonly actor: Citizen; readonly now: Instant },
  { database, commit, requestId, runtime, secrets }: KeyPorts,
): Promise<Result<IssuedKey, NotFound | NoKeysNow | InvalidKey>> {
  if (!isId("ptn", partnerId)) return err({ code: "NOT_FOUND" });
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const partner = await getPartner(database, partnerId);
    const footing = partner && (await footingOf({ database, now }, partner, actor));
    if (!partner || !footing) return err({ code: "NOT_FOUND" });
    if (footing === "FORMER") return err({ code: "NOT_ENTITLED", path: ["partnerId"] });
    const open = checkOpen(partner, wish.mode);
    if (!open.ok) return open;
    const terms = termsOf(wish, partner, now);
    if (!terms.ok) return terms;
    const room = checkRoom(await listKeys(database, partnerId), wish.mode, now);
    if (!room.ok) return room;
    const issued = issue(partner, terms.value, now, { runtime, secrets });
    const committed = await commit({
      actor,
      action: "partners.api-key.created",
      reason: `key ${issued.apiKey.id}`,
      aggregate: partnerId,
      table: "registry",
      at: now,
      requestId,
      writes: [putNewKey(database, issued.apiKey), putPartner(database, withOneKeyMore(partner), partner)],
      event: eventFor(partner, "api-key.created", { about: issued.apiKey.id, too: [actor.id] }),
    });
    if (committed.ok) return ok(issued);
  }
  throw new Error("a partner changed again and again while a key was being made");
}

/** Whether a partner can be given a key of this mode now. */
export function checkOpen({ status }: Partner, mode: ApiKey["mode"]): Result<void, NoKeysNow | InvalidKey> {
  const modes = OPEN_MODES[status];
  if (modes.length === 0) return err({ code: "NOT_ALLOWED_NOW", state: status, availableActions: [] });
  return modes.includes(mode) ? ok(undefined) : err({ code: "LIVE_ACCESS_MISSING", path: ["mode"] });
}

export function issue(
  { id }: Partner,
  terms: KeyTerms,
  now: Instant,
  { runtime, secrets }: Pick<KeyPorts, "runtime" | "secrets">,
): IssuedKey {
  const { keyId, secret, text } = newKey(id, terms.mode, runtime);
  const apiKey = {
    ...terms,
    id: keyId,
    partnerId: id,
    secretHash: secrets.hashApiKey(secret),
    createdAt: now,
  };
  return { secret: text, apiKey };
}

/** Two keys made at once meet here: the number of keys, which both decided on, goes by the partner's revision. */
export const withOneKeyMore = (partner: Partner): Partner => ({ ...partner, revision: partner.revision + 1 });
