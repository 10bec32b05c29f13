import type { AttendanceId, CitizenId, OfficerId, TicketId } from "../../../kernel/ids.ts";
import { HOUR_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";

/**
 * A person at a hall's window whose identity card a clerk has seen. All that the clerk does as their applicant names it, so
 * that it is for one person, in their presence, and on record.
 */
export type Attendance = {
  readonly id: AttendanceId;
  readonly citizenId: CitizenId;
  readonly clerk: OfficerId;
  /** By which the person was called to the window. */
  readonly ticket?: TicketId | undefined;
  readonly startedAt: Instant;
  /** From then on the person has to show their card again. */
  readonly until: Instant;
};

/** The attendance that begins now. */
export const newAttendance = (
  { id, citizenId, clerk, ticket }: Omit<Attendance, "startedAt" | "until">,
  now: Instant,
): Attendance => ({
  ...{ id, citizenId, clerk },
  ...(ticket ? { ticket } : {}),
  ...{ startedAt: now, until: plusMs(now, HOUR_MS) },
});

export const isUnderWay = ({ until }: Attendance, now: Instant): boolean => now < until;
