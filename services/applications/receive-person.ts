import type { Officer } from "../platform/actor.ts";
import { applicationKeys } from "../platform/application-keys.ts";
import { isCitizenIdNumber } from "../platform/citizen-id-number.ts";
import { idempotentId } from "../platform/idempotency.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Secrets } from "../platform/secrets.ts";
import { recordsTable } from "../platform/tables.ts";
import { type Attendance, attended } from "./attendance.ts";
import { getAttendance, putAttendance } from "./attendance-store.ts";
import type { CasePorts } from "./change-case.ts";

export type ReceivePorts = CasePorts & {
  readonly actor: Officer;
  readonly secrets: Pick<Secrets, "citizenDigest">;
};

export type ReceiveRefusal =
  | { readonly code: "ID_NUMBER_INVALID" | "OFFICERS_OWN_MATTER"; readonly path: readonly string[] }
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

/**
 * Begins to serve a person at a window, for an hour at most; they are told, so that nobody is served who is not there.
 * No clerk serves themselves, and one whom the platform does not know as a person serves nobody: it could be them.
 */
export async function receivePerson(
  ports: ReceivePorts,
  idNumber: string,
  idempotencyKey: string,
): Promise<Result<Attendance, ReceiveRefusal>> {
  const { actor, now: at, requestId, mode, secrets } = ports;
  if (!isCitizenIdNumber(idNumber)) return err({ code: "ID_NUMBER_INVALID", path: ["idNumber"] });
  const citizenId = `ctz_${secrets.citizenDigest(idNumber)}` as const;
  if (actor.person === undefined || actor.person === citizenId) {
    return err({ code: "OFFICERS_OWN_MATTER", path: ["idNumber"] });
  }
  const id = idempotentId("att", actor, "receiveAtWindow", idempotencyKey);
  const attendance = attended(id, citizenId, actor.id, at);
  const earlier = await getAttendance(ports, id);
  if (earlier) return sameAs(earlier, attendance);
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
    action: "applications.attendance.begun",
    creates: applicationKeys.attendance(id),
    writes: [putAttendance(ports, attendance)],
    event: { type: "attendance.begun", to: [citizenId], mode, payload: { about: id } },
  });
  if (done.ok) return ok(attendance);
  ports.database.forget();
  const other = await getAttendance(ports, id);
  if (!other) throw new Error("an attendance was refused and is not there");
  return sameAs(other, attendance);
}

const sameAs = (earlier: Attendance, { citizenId }: Attendance): Result<Attendance, ReceiveRefusal> =>
  earlier.citizenId === citizenId ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });
