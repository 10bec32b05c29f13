import type { AttendanceId, CitizenId, OfficerId } from "../platform/ids.ts";
import { HOUR_MS, type Instant, plusMs } from "../platform/runtime.ts";

/**
 * A person at a hall's window whose identity card a clerk has seen. What the clerk does as their applicant names it, so
 * that it is for one person, in their presence, and on record.
 */
export type Attendance = {
  readonly id: AttendanceId;
  readonly citizenId: CitizenId;
  readonly clerk: OfficerId;
  readonly startedAt: Instant;
  /** From then on the person has to show their card again. */
  readonly until: Instant;
};

export const attended = (
  id: AttendanceId,
  citizenId: CitizenId,
  clerk: OfficerId,
  now: Instant,
): Attendance => ({ ...{ id, citizenId, clerk }, startedAt: now, until: plusMs(now, HOUR_MS) });

export const isUnderWay = ({ until }: Attendance, now: Instant): boolean => now < until;
