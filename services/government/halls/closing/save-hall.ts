import type { Officer } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { nameFaults } from "../../../kernel/each-of.ts";
import type { Log } from "../../../kernel/process/log.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Instant, plusMs, type Runtime } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { checkHall, coversHall, type Hall, type HallContent, type HallProblem } from "../hall.ts";
import { getHall, putHall } from "../hall-store.ts";
import { hallKeys } from "../keys.ts";
import { type Closing, closesTimes } from "./closing.ts";
import { putClosing } from "./closing-store.ts";
import { endClosed } from "./end-closed-appointments.ts";

export type SaveHallRefusal =
  | { readonly code: "OUTSIDE_JURISDICTION" }
  | HallProblem
  | (TextProblem & { readonly path: readonly ["reason"] });

export type SaveHallPorts = {
  readonly database: Database;
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  /** The time while bookings are ended, after the change was decided on. */
  readonly runtime: Pick<Runtime, "now">;
  readonly log: Log;
  readonly requestId: string;
};

const REASON_LENGTH = { min: 2, max: 500 };
/** Well within a request's time. */
const END_AT_ONCE_MS = 4_000;
/** The number that one request may end (services/api/cost.ts); the scheduled run ends the others. */
const END_AT_ONCE_MAX = 120;
const MODES = ["live", "test"] as const;

/**
 * Opens a hall, or changes what it says of itself, with the reason on record. A change holds for anybody who books from
 * then on. A citizen who has booked a time at which the hall is not open any more is told at once: the appointment is
 * ended as HALL_CLOSED, which is no no-show. Other changes leave bookings as they are. Errors: OUTSIDE_JURISDICTION,
 * where the hall lies or is to lie elsewhere; the first rule that what is stated breaks.
 */
export async function saveHall(
  ports: SaveHallPorts,
  stated: HallContent,
  reason: string,
): Promise<Result<Hall, SaveHallRefusal>> {
  const { database, commit, actor, now, requestId } = ports;
  const why = checkText(reason, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!why.ok) return err({ ...why.error, path: ["reason"] });
  const checked = checkHall(stated);
  if (!checked.ok) return err({ ...checked.error, path: ["input", ...checked.error.path] });
  return decideUntilWritten({
    database,
    about: `hall ${stated.code}`,
    read: () => getHall(database, stated.code),
    decide: (before) => {
      const concerned = before ? [before, stated] : [stated];
      if (!concerned.every((hall) => coversHall(actor, hall))) return err({ code: "OUTSIDE_JURISDICTION" });
      const after: Hall = { ...checked.value, revision: (before?.revision ?? 0) + 1 };
      return ok({ before, after });
    },
    write: async ({ before, after }) => {
      const key = hallKeys.hall(after.code);
      const closing =
        before && closesTimes(before, after, now)
          ? { hall: after.code, since: now, revision: after.revision, reason: why.value }
          : undefined;
      const done = await commit({
        ...{ actor, at: now, requestId, aggregate: key.pk, table: "registry" },
        action: before ? "halls.hall.changed" : "halls.hall.opened",
        reason: why.value,
        ...(before ? {} : { creates: key }),
        writes: [
          putHall(database, after, before),
          ...(closing ? MODES.map((mode) => putClosing({ database, mode }, closing)) : []),
        ],
      });
      if (done.ok && closing) await endAtOnce(ports, closing);
      return done;
    },
  });
}

/**
 * The hall has changed by now, whatever becomes of this: a fault is logged, not answered, and what is left over is done
 * by the scheduled run, which finds the closing in its list and has an alarm of its own.
 */
async function endAtOnce({ database, commit, runtime, log }: SaveHallPorts, closing: Closing): Promise<void> {
  const open = () => {
    database.forget();
    return { database, commit };
  };
  const until = plusMs(runtime.now(), END_AT_ONCE_MS);
  const faults: unknown[] = [];
  try {
    let max = END_AT_ONCE_MAX;
    for (const mode of MODES) {
      const ended = await endClosed({ open, now: runtime.now }, mode, closing, { until, max });
      max -= ended.cancelled + ended.faults.length;
      faults.push(...ended.faults);
    }
  } catch (error) {
    faults.push(error);
  }
  if (faults.length === 0) return;
  log("WARN", "what is booked at a closed hall is left to the scheduled run", {
    hall: closing.hall,
    cause: nameFaults(faults),
  });
}
