import type { Officer } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import { ok } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { afterSignIn, textOf } from "./officer.ts";
import { getOfficer, putOfficer, TABLE } from "./store.ts";

const SEEN_MAX = 5_000;

/** A view beside the request's own: it forgets nothing that the request has read. */
type OpenView = () => { readonly database: Database; readonly commit: Commit };

type Request = { readonly now: Instant; readonly requestId: string };

/**
 * Keeps what an officer's own sign-in says of them, where it says something else than what is kept. One process does not look
 * again for a sign-in that it has found on record.
 */
export function openSignIns(open: OpenView): (actor: Officer, request: Request) => Promise<void> {
  const seen = new Map<OfficerId, string>();
  return async (actor, request) => {
    const { signIn } = actor;
    const stated = `${signIn?.at} ${textOf({ ...actor, name: signIn?.name })}`;
    if (seen.get(actor.id) === stated) return;
    await recordSignIn(open(), actor, request);
    if (seen.size >= SEEN_MAX) seen.clear();
    seen.set(actor.id, stated);
  };
}

async function recordSignIn(
  { database, commit }: ReturnType<OpenView>,
  actor: Officer,
  { now: at, requestId }: Request,
): Promise<void> {
  await decideUntilWritten({
    database,
    about: `the record of ${actor.id}`,
    read: () => getOfficer(database, actor.id),
    decide: (before) => {
      const after = afterSignIn(actor, before);
      return after && after !== before ? ok({ before, after }) : unchanged(ok(before));
    },
    write: ({ after }) =>
      commit({
        ...{ actor, at, requestId, action: "officers.officer.signed-in", table: TABLE },
        aggregate: actor.id,
        writes: [putOfficer(database, after)],
      }),
  });
}
