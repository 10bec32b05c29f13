import type { Officer } from "../../../kernel/actor.ts";
import { decideUntilWritten, unchanged, unlessThere } from "../../../kernel/commit/decide-until-written.ts";
import { idempotentId } from "../../../kernel/commit/idempotency.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId, GlobalId } from "../../../kernel/ids.ts";
import type { Log } from "../../../kernel/process/log.ts";
import { type Err, err, ok, type Result } from "../../../kernel/result.ts";
import type { TakenInAt } from "../application.ts";
import type { CasePorts } from "../change-case.ts";
import type { AttendanceId } from "../ids.ts";
import { applicationKeys } from "../keys.ts";
import { type Attendance, newAttendance } from "../mandate/attendance.ts";
import {
  endAttendance,
  getAttendance,
  getReceptions,
  putAttendance,
  putReceptions,
} from "../mandate/attendance-store.ts";
import { receiveOneMore, type TooManyReceptions } from "../mandate/receptions.ts";

export type ReceivePorts = CasePorts & { readonly actor: Officer; readonly log: Log };

export type ReceiveRefusal =
  | { readonly code: "OFFICERS_OWN_MATTER"; readonly path: readonly string[] }
  | { readonly code: "IDEMPOTENCY_MISMATCH" }
  | TooManyReceptions;

/** The proof that somebody is there, and what is written of it in the same commit. */
export type Admission = {
  /** As the trail of the attendance names it: a ticket, or a hall and its card reader. */
  readonly by: string;
  /** The hall at which they are. */
  readonly at: TakenInAt;
  readonly writes: readonly TransactItem[];
  /** The attendance in whose place the new one comes. */
  readonly ended?: AttendanceId | undefined;
};

export type Reception<R> = {
  readonly citizenId: CitizenId;
  /** Where the caller names the person. */
  readonly path: readonly string[];
  readonly ticket?: GlobalId;
  readonly idempotencyKey: string;
  /** Whether the person is proven to be there. */
  readonly admit: (attendance: Attendance) => Promise<Result<Admission, R>>;
};

/** A clerk's calls come at once, a hall's readers and windows with them: one of those who meet is always written. */
const ATTEMPTS_MAX = 60;

/**
 * Begins to serve a person who is proven to be there; the clerk's attendance before ends with it. The person is told, so
 * that nobody is served who is not there. No clerk serves themselves, and one whom the platform does not know as a person
 * serves nobody: it could be them. Each attendance, each burst of them and each refused for their number is logged, and
 * alarms are made of these lines. Errors: OFFICERS_OWN_MATTER, IDEMPOTENCY_MISMATCH, TOO_MANY_ATTENDANCES.
 */
export async function receivePerson<R extends { readonly code: string }>(
  ports: ReceivePorts,
  { citizenId, path, ticket, idempotencyKey, admit }: Reception<R>,
): Promise<Result<Attendance, ReceiveRefusal | R>> {
  const { actor, now: at, requestId, mode, log } = ports;
  if (actor.person === undefined || actor.person === citizenId) {
    return err({ code: "OFFICERS_OWN_MATTER", path });
  }
  const id = idempotentId("att", actor, "receiveAtWindow", idempotencyKey);
  const attendance = newAttendance({ id, citizenId, clerk: actor.id, ticket }, at);
  const unlessBegun = <E>(refusal: Err<E>) =>
    unlessThere(ports.database, refusal, () => getAttendance(ports, id));
  return decideUntilWritten({
    database: ports.database,
    about: "a ticket or a clerk's attendances",
    attemptsMax: ATTEMPTS_MAX,
    read: () => Promise.all([getAttendance(ports, id), getReceptions(ports, actor.id)]),
    decide: async ([earlier, before]) => {
      if (earlier) return unchanged(sameAs(earlier, attendance));
      const received = receiveOneMore(before, id, at);
      if (!received.ok) {
        const refused = await unlessBegun(received);
        if (refused === received)
          log("WARN", "attendance refused", { clerk: actor.id, until: received.error.until });
        return refused;
      }
      const admitted = await admit(attendance);
      if (!admitted.ok) return unlessBegun(admitted);
      const { receptions, ...how } = received.value;
      const answer = { ...attendance, at: admitted.value.at };
      return ok({ before, after: receptions, ...how, admission: admitted.value, answer });
    },
    write: async ({ before, after, ended, isBurst, answer, admission: { by, writes, ended: replaced } }) => {
      const over = new Set([ended, replaced].filter((one) => one !== undefined));
      const done = await ports.commit({
        ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
        action: `applications.attendance.${isBurst ? "begun-in-a-burst" : "begun"}`,
        reason: by,
        creates: applicationKeys.attendance(id),
        writes: [
          putAttendance(ports, answer),
          putReceptions(ports, actor.id, after, before),
          ...[...over].map((one) => endAttendance(ports, one, at)),
          ...writes,
        ],
        event: { type: "attendance.begun", to: [citizenId], mode, payload: { about: citizenId } },
      });
      if (done.ok) log("INFO", "attendance begun", { clerk: actor.id });
      if (done.ok && isBurst) log("WARN", "attendances in a burst", { clerk: actor.id, attendance: id });
      return done;
    },
  });
}

const sameAs = (
  earlier: Attendance,
  { citizenId, ticket }: Attendance,
): Result<Attendance, ReceiveRefusal> =>
  earlier.citizenId === citizenId && earlier.ticket === ticket
    ? ok(earlier)
    : err({ code: "IDEMPOTENCY_MISMATCH" });
