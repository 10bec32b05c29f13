import type { Officer } from "../platform/actor.ts";
import type { Commit } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import { hallKeys } from "../platform/hall-keys.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Instant } from "../platform/runtime.ts";
import { checkText, type TextProblem } from "../platform/text.ts";
import { checkHall, coversHall, type Hall, type HallContent, type HallProblem } from "./hall.ts";
import { getHall, putHall } from "./hall-store.ts";

export type SaveHallRefusal =
  | { readonly code: "OUTSIDE_JURISDICTION" }
  | HallProblem
  | (TextProblem & { readonly path: readonly ["reason"] });

export type SaveHallPorts = {
  readonly database: Database;
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

const REASON_LENGTH = { min: 2, max: 500 };
const DECISIONS_MAX = 5;

/**
 * Opens a hall, or changes what it says of itself, with the reason on record. A change holds for whoever books from
 * then on; who has booked a slot that is no more keeps the appointment, and no no-show comes of a day on which the
 * hall turns out to be closed. Errors: OUTSIDE_JURISDICTION, where the hall lies or is to lie elsewhere; the first
 * rule that what is stated breaks.
 */
export async function saveHall(
  { database, commit, actor, now, requestId }: SaveHallPorts,
  stated: HallContent,
  reason: string,
): Promise<Result<Hall, SaveHallRefusal>> {
  const why = checkText(reason, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!why.ok) return err({ ...why.error, path: ["reason"] });
  const checked = checkHall(stated);
  if (!checked.ok) return err({ ...checked.error, path: ["input", ...checked.error.path] });
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const before = await getHall(database, stated.code);
    const concerned = before ? [before, stated] : [stated];
    if (!concerned.every((hall) => coversHall(actor, hall))) return err({ code: "OUTSIDE_JURISDICTION" });
    const next: Hall = { ...checked.value, revision: (before?.revision ?? 0) + 1 };
    const key = hallKeys.hall(next.code);
    const done = await commit({
      ...{ actor, at: now, requestId, aggregate: key.pk, table: "registry" },
      action: before ? "halls.hall.changed" : "halls.hall.opened",
      reason: why.value,
      ...(before ? {} : { creates: key }),
      writes: [putHall(database, next, before)],
    });
    if (done.ok) return ok(next);
    database.forget();
  }
  throw new Error("a hall changed again and again while it was saved");
}
