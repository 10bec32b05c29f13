import { type Citizen, SCOPES } from "../../kernel/actor.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { isId } from "../../kernel/ids.ts";
import type { NotShownAgain } from "../../kernel/issues/index.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkRoom, type InvalidKey, type KeyWish, termsOf } from "./api-key.ts";
import { footingOf } from "./find-registration.ts";
import {
  beginKeyIssue,
  checkOpen,
  type IssuedKey,
  type KeyPorts,
  type NoKeysNow,
  withOneKeyMore,
} from "./issue-key.ts";
import { listKeys } from "./key-store.ts";
import { eventFor } from "./partner.ts";
import { getPartner, putPartner } from "./store.ts";

type Wish = KeyWish & { readonly partnerId: string };
type NotFound = { readonly code: "NOT_FOUND" };
export type CreateRefusal = NotFound | NoKeysNow | InvalidKey | NotShownAgain;

/**
 * Makes a key for a partner that the actor may act for by the register of this moment. Asked again with the same
 * idempotency key within ten minutes it shows the same key, secret included. Errors: NOT_FOUND for anybody else's
 * partner, NOT_ENTITLED for who acted for it once, NOT_ALLOWED_NOW while it is not open, LIVE_ACCESS_MISSING, TOO_MANY,
 * and what `termsOf` and `beginIssue` name.
 */
export async function createApiKey(
  idempotencyKey: string,
  { partnerId, ...wish }: Wish,
  by: { readonly actor: Citizen; readonly now: Instant },
  ports: KeyPorts,
): Promise<Result<IssuedKey, CreateRefusal>> {
  const { actor, now } = by;
  const { database, commit, requestId } = ports;
  if (!isId("ptn", partnerId)) return err({ code: "NOT_FOUND" });
  const asked = {
    ...{ operation: "createApiKey", idempotencyKey },
    input: inputOf({ partnerId, ...wish }),
  };
  return decideUntilWritten({
    database,
    about: `partner ${partnerId}`,
    // The keys before the issue: a key of this very call that takes the last place is shown, and not refused.
    read: () => Promise.all([getPartner(database, partnerId), listKeys(database, partnerId)]),
    decide: async ([partner, keys]) => {
      const footing = partner && (await footingOf({ database, now }, partner, actor));
      if (!partner || !footing) return err({ code: "NOT_FOUND" });
      if (footing === "FORMER") return err({ code: "NOT_ENTITLED", path: ["partnerId"] });
      const issue = await beginKeyIssue(ports, partner, by, asked);
      if (!issue.ok) return issue;
      if ("shown" in issue.value) return unchanged(ok(issue.value.shown));
      const open = checkOpen(partner, wish.mode);
      if (!open.ok) return open;
      const terms = termsOf(wish, partner, now);
      if (!terms.ok) return terms;
      const room = checkRoom(keys, wish.mode, now);
      if (!room.ok) return room;
      const { writes, ...issued } = issue.value.make(terms.value);
      return ok({ before: partner, after: withOneKeyMore(partner), writes, answer: issued });
    },
    write: ({ before, after, writes, answer: { apiKey } }) =>
      commit({
        actor,
        action: "partners.api-key.created",
        reason: `key ${apiKey.id}`,
        aggregate: partnerId,
        table: "registry",
        at: now,
        requestId,
        writes: [...writes, putPartner(database, after, before)],
        event: eventFor(before, "api-key.created", { about: apiKey.id, too: [actor.id] }),
      }),
  });
}

/** The one form of what is asked for, whatever the order of scopes. */
const inputOf = ({ partnerId, name, mode, scopes, expiresAt, networks }: Wish): unknown => [
  ...[partnerId, name.trim(), mode, SCOPES.filter((scope) => scopes.includes(scope))],
  ...[expiresAt ?? null, networks],
];
