import { lookUpCapacity, lookUpStanding } from "../enterprises/index.ts";
import type { Citizen, Mode, Officer } from "../platform/actor.ts";
import type { Database } from "../platform/database.ts";
import { type CitizenId, isId } from "../platform/ids.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Instant } from "../platform/runtime.ts";
import type { Capacity, Subject } from "../platform/subject.ts";
import type { Application, Channel } from "./application.ts";
import { type Attendance, isUnderWay } from "./attendance.ts";
import { getAttendance } from "./attendance-store.ts";
import { handles } from "./available-actions.ts";

/** Who acts as the applicant: a citizen, or a clerk for the person at their window. */
export type Acting =
  | { readonly kind: "CITIZEN"; readonly citizen: CitizenId }
  | {
      readonly kind: "CLERK";
      readonly citizen: CitizenId;
      readonly clerk: Officer;
      readonly attendance: Attendance;
    };

export const CHANNEL_OF = { CITIZEN: "ONLINE", CLERK: "HALL" } as const satisfies Record<
  Acting["kind"],
  Channel
>;

type Ports = {
  readonly database: Database;
  readonly mode: Mode;
  readonly actor: Citizen | Officer;
  readonly now: Instant;
};

/** No such attendance of this clerk, or one that is over. */
export type NotAttending = { readonly code: "ATTENDANCE_NOT_FOUND" | "ATTENDANCE_OVER" };

/** As whom the caller acts; a clerk names the attendance of the person present, nobody else has one. */
export async function findActing(
  ports: Ports,
  attendance: string | undefined,
): Promise<Result<Acting, NotAttending>> {
  const { actor, now } = ports;
  if (actor.kind === "CITIZEN") {
    return attendance === undefined
      ? ok({ kind: "CITIZEN", citizen: actor.id })
      : err({ code: "ATTENDANCE_NOT_FOUND" });
  }
  const found =
    attendance !== undefined && isId("att", attendance) ? await getAttendance(ports, attendance) : undefined;
  if (found?.clerk !== actor.id) return err({ code: "ATTENDANCE_NOT_FOUND" });
  if (!isUnderWay(found, now)) return err({ code: "ATTENDANCE_OVER" });
  return ok({ kind: "CLERK", citizen: found.citizenId, clerk: actor, attendance: found });
}

/** A matter as far as it tells who may act in it. */
export type Matter = Pick<Application, "region" | "department" | "tasks" | "finished"> & {
  readonly subject: Subject;
  readonly item: { readonly code: string };
};

/**
 * In what capacity somebody may act in a matter as of this request; undefined where they may not. A clerk may what the
 * person present may, in their own jurisdiction, and never where they stand for the subject themselves.
 */
export async function lookUpActing(
  ports: Omit<Ports, "actor">,
  acting: Acting,
  matter: Matter,
): Promise<Capacity | undefined> {
  const { now } = ports;
  if (acting.kind === "CLERK" && !(await mayServe(ports, acting.clerk, matter))) return undefined;
  return lookUpCapacity(ports, acting.citizen, matter.subject, { item: matter.item.code, now });
}

async function mayServe(ports: Omit<Ports, "actor">, clerk: Officer, matter: Matter): Promise<boolean> {
  if (!handles(clerk, matter) || clerk.person === undefined) return false;
  return (await lookUpStanding(ports, clerk.person, matter.subject, ports.now)) === undefined;
}
