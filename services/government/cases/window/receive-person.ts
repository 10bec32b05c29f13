import { isCitizenIdNumber } from "../../../field/citizen-id-number.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { idempotentId } from "../../../kernel/commit/idempotency.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { TicketId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { CasePorts } from "../change-case.ts";
import { applicationKeys } from "../keys.ts";
import { type Attendance, newAttendance } from "../mandate/attendance.ts";
import { getAttendance, putAttendance } from "../mandate/attendance-store.ts";

export type ReceivePorts = CasePorts & {
  readonly actor: Officer;
  readonly secrets: Pick<Secrets, "citizenDigest">;
};

export type ReceiveRefusal =
  | { readonly code: "ID_NUMBER_INVALID" | "OFFICERS_OWN_MATTER"; readonly path: readonly string[] }
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

/** What a ticket asks of the attendance by which its holder is served, and what is written of it in the same commit. */
export type CalledTicket<R> = {
  readonly ticket: TicketId;
  readonly admit: (attendance: Attendance) => Promise<Result<readonly TransactItem[], R>>;
};

export type Reception<R> = {
  readonly idNumber: string;
  readonly idempotencyKey: string;
  readonly called?: CalledTicket<R>;
};

const DECISIONS_MAX = 5;

/**
 * Begins to serve a person at a window, for an hour at most; they are told, so that nobody is served who is not there.
 * No clerk serves themselves, and one whom the platform does not know as a person serves nobody: it could be them.
 */
export async function receivePerson<R extends { readonly code: string } = never>(
  ports: ReceivePorts,
  { idNumber, idempotencyKey, called }: Reception<R>,
): Promise<Result<Attendance, ReceiveRefusal | R>> {
  const { actor, now: at, requestId, mode, secrets } = ports;
  if (!isCitizenIdNumber(idNumber)) return err({ code: "ID_NUMBER_INVALID", path: ["idNumber"] });
  const citizenId = `ctz_${secrets.citizenDigest(idNumber)}` as const;
  if (actor.person === undefined || actor.person === citizenId) {
    return err({ code: "OFFICERS_OWN_MATTER", path: ["idNumber"] });
  }
  const id = idempotentId("att", actor, "receiveAtWindow", idempotencyKey);
  const attendance = newAttendance({ id, citizenId, clerk: actor.id, ticket: called?.ticket }, at);
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const earlier = await getAttendance(ports, id);
    if (earlier) return sameAs(earlier, attendance);
    const admitted = called ? await called.admit(attendance) : ok([]);
    if (!admitted.ok) return admitted;
    const done = await ports.commit({
      ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
      action: "applications.attendance.begun",
      ...(called ? { reason: called.ticket } : {}),
      creates: applicationKeys.attendance(id),
      writes: [putAttendance(ports, attendance), ...admitted.value],
      event: { type: "attendance.begun", to: [citizenId], mode, payload: { about: id } },
    });
    if (done.ok) return ok(attendance);
    ports.database.forget();
  }
  throw new Error(`a ticket changed ${DECISIONS_MAX} times while its holder was received`);
}

const sameAs = (
  earlier: Attendance,
  { citizenId, ticket }: Attendance,
): Result<Attendance, ReceiveRefusal> =>
  earlier.citizenId === citizenId && earlier.ticket === ticket
    ? ok(earlier)
    : err({ code: "IDEMPOTENCY_MISMATCH" });
