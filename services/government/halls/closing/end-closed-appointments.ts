import type { Mode } from "../../../kernel/actor.ts";
import { addDays, dateAt, minuteAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { type Swept, sweepLists } from "../../../kernel/database/due-list.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { eachDespite } from "../../../kernel/each-of.ts";
import { ok } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { endAppointment, withoutOpen } from "../appointments/appointment.ts";
import {
  getAppointment,
  getStanding,
  listBookedPlaces,
  putAppointment,
  putStanding,
} from "../appointments/appointment-store.ts";
import { freePlace } from "../appointments/slot-store.ts";
import { hallNamed } from "../hall-store.ts";
import type { AppointmentId } from "../ids.ts";
import { hallKeys } from "../keys.ts";
import { HORIZON_DAYS, isOpenAt } from "../opening.ts";
import { type Closing, isLeftOut, isSettled } from "./closing.ts";
import { listClosings, settleClosing } from "./closing-store.ts";

export type ClosingPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
};

/** The outcome of halls' closings. */
export type ClosingsRun = Swept & {
  /** Appointments that their hall has cancelled. */
  readonly cancelled: number;
};

const PAGE_SIZE = 50;
const SYSTEM = "end-closed-appointments";

/**
 * Ends what is booked at times at which a hall has closed, of every closing that is not settled: what the manager's own
 * request did not come to, and what was booked beside it. Ends after `until`, and the next run goes on. An appointment
 * that cannot be ended keeps no other from it, and its closing in the list.
 */
export async function endClosedAppointments(
  ports: ClosingPorts,
  mode: Mode,
  until: Instant,
): Promise<ClosingsRun> {
  const faults: unknown[] = [];
  let [cancelled, finished] = [0, true];
  const swept = await sweepLists(["all"], {
    ...{ now: ports.now, until },
    read: (_, page) => listClosings({ database: ports.open().database, mode }, page),
    one: async ({ closing }) => {
      const lookedAt = ports.now();
      const run = await endClosed(ports, mode, closing, { until });
      cancelled += run.cancelled;
      faults.push(...run.faults);
      finished &&= run.finished;
      const isDone = run.finished && run.faults.length === 0;
      if (isDone && isSettled(closing, lookedAt)) await settle(ports, mode, closing);
    },
  });
  return { cancelled, finished: finished && swept.finished, faults: [...faults, ...swept.faults] };
}

/**
 * Ends what is booked in one mode at times at which a hall is not open any more: its citizens are told, and the places
 * are free again, should the hall open after all. Each appointment in a commit of its own, so that whatever dies in
 * between has done what it did, and who looks again finds the rest. Ends after `until`, or with `max` of them ended
 * or failed.
 */
export async function endClosed(
  ports: ClosingPorts,
  mode: Mode,
  closing: Closing,
  { until, max = Number.POSITIVE_INFINITY }: { readonly until: Instant; readonly max?: number },
): Promise<ClosingsRun> {
  const today = dateAt(ports.now());
  const faults: unknown[] = [];
  let cancelled = 0;
  // Days, one after the other.
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const place = { hall: closing.hall, day: addDays(today, ahead) };
    // Pages of a list: each appointment on them is decided on by itself, in `endOne`.
    for (let after: { readonly id: AppointmentId; readonly from: Instant } | undefined; ; ) {
      const left = max - cancelled - faults.length;
      if (ports.now() >= until || left <= 0) return { cancelled, finished: false, faults };
      const { database } = ports.open();
      const first = Math.min(PAGE_SIZE, left);
      const page = { first, ...(after ? { after } : {}) };
      const booked = await listBookedPlaces({ database, mode }, place, page);
      const hall = booked.length > 0 ? await hallNamed(database, closing.hall) : undefined;
      const leftOut = booked.filter(({ from }) => hall && !isOpenAt(hall, from));
      const end = async ({ id }: { readonly id: AppointmentId }): Promise<void> => {
        if (await endOne(ports, mode, id, closing)) cancelled += 1;
      };
      await eachDespite(leftOut, end, faults);
      after = booked.at(-1);
      if (booked.length < first) break;
    }
  }
  return { cancelled, finished: true, faults };
}

/** False where there is nothing to be ended: what the index says may be old, and the hall may have opened again. */
async function endOne(
  { open, now }: ClosingPorts,
  mode: Mode,
  id: AppointmentId,
  { reason }: Closing,
): Promise<boolean> {
  const { database, commit } = open();
  const store = { database, mode };
  const ended = await decideUntilWritten({
    database,
    about: id,
    read: () => getAppointment(store, id),
    decide: async (found) => {
      if (!found) throw new Error(`appointment ${id} is in the index and nowhere else`);
      const [hall, standing] = await Promise.all([
        hallNamed(database, found.hall),
        getStanding(store, found.citizenId),
      ]);
      const at = now();
      if (!isLeftOut(hall, found, at)) return unchanged(ok(false));
      return ok({
        before: found,
        after: endAppointment(found, "HALL_CLOSED", at),
        standing,
        at,
        answer: true,
      });
    },
    write: ({ before, after, standing, at }) =>
      commit({
        ...changeBy({ mode, at }, id),
        action: "halls.appointment.hall-closed",
        reason,
        writes: [
          putAppointment(store, after, before),
          freePlace(store, before),
          putStanding(store, before.citizenId, withoutOpen(standing, id)),
        ],
        event: {
          ...{ type: "appointment.cancelled-by-hall", mode, to: [before.citizenId] },
          payload: { about: id, hall: before.hall, time: minuteAt(before.from) },
        },
      }),
  });
  return ended.ok && ended.value;
}

/** A hall that has closed other times meanwhile has another closing in the list, which is not settled by this. */
async function settle({ open, now }: ClosingPorts, mode: Mode, closing: Closing): Promise<void> {
  const { database, commit } = open();
  await commit({
    ...changeBy({ mode, at: now() }, hallKeys.closing(closing.hall).pk),
    action: "halls.closing.settled",
    writes: [settleClosing({ database, mode }, closing)],
  });
}

const changeBy = ({ mode, at }: { readonly mode: Mode; readonly at: Instant }, aggregate: string) => ({
  ...{ actor: { kind: "SYSTEM", mode, name: SYSTEM } as const, at, aggregate },
  ...{ requestId: `${SYSTEM} ${at}`, table: recordsTable(mode) },
});
