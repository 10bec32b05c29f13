import type { Citizen } from "../../kernel/actor.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import type { NotShownAgain } from "../../kernel/issues/index.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkRoom, type InvalidKey, type KeyNotAllowedNow, parseKeyId, rotate } from "./api-key.ts";
import { footingOf } from "./find-registration.ts";
import {
  beginKeyIssue,
  checkOpen,
  type IssuedKey,
  type KeyPorts,
  type NoKeysNow,
  withOneKeyMore,
} from "./issue-key.ts";
import { getKey, listKeys, putKeyEnd } from "./key-store.ts";
import { eventFor } from "./partner.ts";
import { getPartner, putPartner } from "./store.ts";

export type RotateRefusal =
  | { readonly code: "NOT_FOUND" }
  | InvalidKey
  | KeyNotAllowedNow
  | NoKeysNow
  | NotShownAgain;

/**
 * Makes a key's successor; the old key holds for `graceHours` more (0 ends it at once), and both work until then. Asked
 * again with the same idempotency key it answers as `createApiKey` does. Errors: NOT_FOUND for a key of anybody else's
 * partner, NOT_ENTITLED for who acted for it once, NOT_ALLOWED_NOW for a key that is not active or was rotated before,
 * TOO_MANY where the grace would leave more active keys than a partner may have, GRACE_OUT_OF_RANGE,
 * and what `beginIssue` names.
 */
export async function rotateApiKey(
  idempotencyKey: string,
  { id, graceHours }: { readonly id: string; readonly graceHours: number },
  by: { readonly actor: Citizen; readonly now: Instant },
  ports: KeyPorts,
): Promise<Result<IssuedKey, RotateRefusal>> {
  const { actor, now } = by;
  const { database, commit, requestId } = ports;
  const asked = { operation: "rotateApiKey", idempotencyKey, input: [id, graceHours] };
  const named = parseKeyId(id);
  if (!named) return err({ code: "NOT_FOUND" });
  const { partnerId, keyId } = named;
  return decideUntilWritten({
    database,
    about: `key ${keyId}`,
    read: () =>
      Promise.all([
        getPartner(database, partnerId),
        getKey(database, partnerId, keyId),
        listKeys(database, partnerId),
      ]),
    decide: async ([partner, key, known]) => {
      const footing = partner && key && (await footingOf({ database, now }, partner, actor));
      if (!partner || !key || !footing) return err({ code: "NOT_FOUND" });
      if (footing === "FORMER") return err({ code: "NOT_ENTITLED", path: ["id"] });
      const issue = await beginKeyIssue(ports, partner, by, asked);
      if (!issue.ok) return issue;
      if ("shown" in issue.value) return unchanged(ok(issue.value.shown));
      const rotated = rotate(key, graceHours, now);
      if (!rotated.ok) return rotated;
      const open = checkOpen(partner, key.mode);
      if (!open.ok) return open;
      const { old, terms } = rotated.value;
      const keys = known.map((one) => (one.id === old.id ? old : one));
      const room = checkRoom(keys, key.mode, now, ["graceHours"]);
      if (!room.ok) return room;
      const { writes, ...issued } = issue.value.make(terms);
      return ok({ before: key, after: old, partner, writes, answer: issued });
    },
    write: ({ before, after, partner, writes, answer: { apiKey } }) =>
      commit({
        actor,
        action: "partners.api-key.rotated",
        reason: `key ${keyId} to ${apiKey.id}, grace ${graceHours} h`,
        aggregate: partnerId,
        table: "registry",
        at: now,
        requestId,
        writes: [
          putKeyEnd(database, after, before),
          ...writes,
          putPartner(database, withOneKeyMore(partner), partner),
        ],
        event: eventFor(partner, "api-key.created", { about: apiKey.id, too: [actor.id] }),
      }),
  });
}
