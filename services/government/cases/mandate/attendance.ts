import type { CitizenId, GlobalId, OfficerId } from "../../../kernel/ids.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { TakenInAt } from "../application.ts";
import type { AttendanceId } from "../ids.ts";

/**
 * A person at a hall's window who has shown that they are there, by a ticket that was called or by their identity card. All
 * that the clerk does as their applicant names it, so that it is for one person, in their presence, and on record. It ends
 * with the ticket, with the next one that the clerk begins, or where nothing was done in it for a while.
 */
export type Attendance = {
  readonly id: AttendanceId;
  /** The hall of the window; attendances from before it was kept have none. */
  readonly at?: TakenInAt | undefined;
  readonly citizenId: CitizenId;
  readonly clerk: OfficerId;
  /** The ticket by which the person was called to the window. */
  readonly ticket?: GlobalId | undefined;
  readonly startedAt: Instant;
  /** When the clerk last did something in it. */
  readonly lastActAt: Instant;
  /** When its ticket ended, or the clerk began the next. */
  readonly endedAt?: Instant | undefined;
};

/** Without an act for so long an attendance is over: the person has to show again that they are there. */
export const IDLE_MS = 20 * 60_000;

/** The attendance that begins now. */
export const newAttendance = (
  { id, citizenId, clerk, ticket }: Pick<Attendance, "id" | "citizenId" | "clerk" | "ticket">,
  now: Instant,
): Attendance => ({
  ...{ id, citizenId, clerk },
  ...(ticket ? { ticket } : {}),
  ...{ startedAt: now, lastActAt: now },
});

/** From then on it is over, if nothing is done in it before. */
export function untilOf({ lastActAt, endedAt }: Attendance): Instant {
  const idle = plusMs(lastActAt, IDLE_MS);
  return endedAt !== undefined && endedAt < idle ? endedAt : idle;
}

export const isUnderWay = (attendance: Attendance, now: Instant): boolean => now < untilOf(attendance);

/** The clerk's attendance has ended meanwhile. */
export type AttendanceOver = { readonly code: "ATTENDANCE_OVER" };
