import { addDays, dateAt } from "../../../kernel/civil-date.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { Appointment } from "../appointments/appointment.ts";
import type { Hall } from "../hall.ts";
import { HORIZON_DAYS, hoursOn, isOpenAt } from "../opening.ts";

/** A change by which a hall is not open any more at times at which it was: one who has booked them is to be told. */
export type Closing = {
  readonly hall: string;
  readonly since: Instant;
  /** The hall's revision that the change made. */
  readonly revision: number;
  /** As the hall's manager gave it. */
  readonly reason: string;
};

/**
 * No request that read the hall before it closed is still under way then, for none lives longer than seconds, and the
 * index shows what they have booked.
 */
const SETTLED_AFTER_MS = 300_000;

/**
 * Whether a change closes the hall at a time of the days that can be booked. Hours that are only cut in two, or joined,
 * may count as closed: then there is nobody to be told.
 */
export function closesTimes(before: Hall, next: Hall, now: Instant): boolean {
  return Array.from({ length: HORIZON_DAYS + 1 }, (_, i) => addDays(dateAt(now), i)).some((day) => {
    const after = hoursOn(next, day);
    return hoursOn(before, day).some(
      ({ from, to }) => !after.some((hours) => hours.from <= from && to <= hours.to),
    );
  });
}

/** Whether the hall does not keep an appointment that is not over yet. */
export const isLeftOut = (hall: Hall, { status, from, to }: Appointment, now: Instant): boolean =>
  status === "BOOKED" && to > now && !isOpenAt(hall, from);

/**
 * Whether a look through a hall's bookings that began at an instant has found all that the closing concerns. A citizen
 * who read the hall before it closed may have booked, or moved to, a time that is closed just after a look had passed
 * it.
 */
export const isSettled = ({ since }: Closing, lookedAt: Instant): boolean =>
  plusMs(since, SETTLED_AFTER_MS) <= lookedAt;
