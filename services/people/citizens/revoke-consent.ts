import type { Citizen } from "../../kernel/actor.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import {
  type ConsentView,
  consentAggregate,
  consentEvent,
  type NotRevocable,
  revoke,
  viewOf,
} from "./consent.ts";
import { listConsents, putConsents } from "./store.ts";
import type { Writes } from "./writes.ts";

/**
 * Takes a consent back. From the next request on, the partner reads nothing under it. Errors: NOT_FOUND for another
 * citizen's consent, NOT_ALLOWED_NOW for one that is over.
 */
export async function revokeConsent(
  id: string,
  { actor, now }: { readonly actor: Citizen; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<ConsentView, NotRevocable>> {
  if (!isId("cns", id)) return err({ code: "NOT_FOUND" });
  return decideUntilWritten({
    database,
    about: `consent ${id}`,
    read: () => listConsents(database, actor.mode, actor.id),
    decide: (all) => {
      const before = all.find(({ consents }) => consents.some((consent) => consent.id === id));
      if (!before) return err({ code: "NOT_FOUND" });
      const after = revoke(before, id, now);
      if (!after.ok) return after;
      const { consents, revoked } = after.value;
      return ok({ before, after: consents, answer: viewOf(consents, revoked) });
    },
    write: ({ before, after }) =>
      commit({
        actor,
        action: "citizens.consent.revoked",
        aggregate: consentAggregate(before),
        table: recordsTable(actor.mode),
        at: now,
        requestId,
        writes: [putConsents(database, actor.mode, after)],
        event: consentEvent("consent.revoked", before, id, actor),
      }),
  });
}
