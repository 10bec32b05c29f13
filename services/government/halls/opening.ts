import { isHoliday, isWorkingDay } from "../../field/working-days.ts";
import { addDays, type CivilDate, dateAt, daysBetween, midnight } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Instant, plusMs } from "../../kernel/runtime.ts";
import type { ClockTime, Hall, Hours, Queue, SpecialDay } from "./hall.ts";

/** So many days ahead a slot can be booked, today not counted. */
export const HORIZON_DAYS = 14;

const MINUTE_MS = 60_000;

/** A stretch of time for which so many can book at a queue. Derived from the hall's hours; nothing of it is stored. */
export type Slot = {
  readonly queue: string;
  readonly day: CivilDate;
  readonly from: Instant;
  readonly to: Instant;
  readonly capacity: number;
};

/**
 * When a hall is open on a day; none where it is closed. A special day goes before all else. A hall that follows the
 * statutory calendar is closed on holidays; on a weekend day that is worked in exchange it has that weekday's own
 * hours if it ever opens then, or else those of the first weekday that has any.
 */
export function hoursOn(hall: Pick<Hall, keyof OpeningRules>, day: CivilDate): readonly Hours[] {
  const special = hall.specialDays.find((one) => one.day === day);
  if (special) return inOrder(special.hours);
  const own = hall.weeklyHours.filter(({ weekday }) => weekday === weekdayOf(day));
  if (!hall.followsCalendar) return inOrder(own);
  if (isHoliday(day)) return [];
  if (own.length > 0 || !isWorkingDay(day)) return inOrder(own);
  // A weekday without hours (closed on Wednesdays, say) is not made a day of opening by being worked as usual.
  if (weekdayOf(day) <= 5) return [];
  const first = Math.min(...hall.weeklyHours.map(({ weekday }) => weekday));
  return inOrder(hall.weeklyHours.filter(({ weekday }) => weekday === first));
}

type OpeningRules = Pick<Hall, "specialDays" | "weeklyHours" | "followsCalendar">;

const inOrder = (hours: readonly Hours[]): readonly Hours[] =>
  hours.map(({ from, to }) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1));

/** 1 for Monday to 7 for Sunday. */
const weekdayOf = (day: CivilDate): number => new Date(day).getUTCDay() || 7;

/** The days from one on that have hours of their own, in order. */
export const specialDaysFrom = (
  { specialDays }: Pick<Hall, "specialDays">,
  from: CivilDate,
): readonly SpecialDay[] =>
  specialDays.filter(({ day }) => day >= from).sort((a, b) => (a.day < b.day ? -1 : 1));

/** The slots of a queue on a day, in order; what is left of the hours behind the last whole slot is none. */
export function slotsOn(
  hall: Pick<Hall, keyof OpeningRules | "slotMinutes">,
  { letter, slotCapacity }: Queue,
  day: CivilDate,
): readonly Slot[] {
  const length = hall.slotMinutes * MINUTE_MS;
  return hoursOn(hall, day).flatMap(({ from, to }) => {
    const [opens, closes] = [instantAt(day, from), instantAt(day, to)];
    const slots: Slot[] = [];
    for (let at = opens; plusMs(at, length) <= closes; at = plusMs(at, length)) {
      slots.push({ queue: letter, day, from: at, to: plusMs(at, length), capacity: slotCapacity });
    }
    return slots;
  });
}

/** When a time of day is, on a civil date in Asia/Shanghai. */
function instantAt(day: CivilDate, time: ClockTime): Instant {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return plusMs(midnight(day), (hours * 60 + minutes) * MINUTE_MS);
}

export const isOpenAt = (hall: Pick<Hall, keyof OpeningRules>, at: Instant): boolean => {
  const day = dateAt(at);
  return hoursOn(hall, day).some(({ from, to }) => instantAt(day, from) <= at && at < instantAt(day, to));
};

export type SlotProblem = {
  readonly code: "SLOT_UNKNOWN" | "SLOT_PAST" | "SLOT_TOO_FAR";
  readonly values?: Readonly<Record<string, string>>;
};

/** The slot that begins at an instant, if it can still be booked at all; whether a place is left is another matter. */
export function slotAt(hall: Hall, queue: Queue, from: Instant, now: Instant): Result<Slot, SlotProblem> {
  const day = dateAt(from);
  if (from <= now) return err({ code: "SLOT_PAST" });
  if (daysBetween(dateAt(now), day) > HORIZON_DAYS)
    return err({ code: "SLOT_TOO_FAR", values: { days: String(HORIZON_DAYS) } });
  const slot = slotsOn(hall, queue, day).find((one) => one.from === from);
  return slot ? ok(slot) : err({ code: "SLOT_UNKNOWN" });
}

/** The days that can be booked, with their hours; days on which the hall is closed are left out. */
export function openDays(
  hall: Hall,
  now: Instant,
): readonly { readonly day: CivilDate; readonly hours: readonly Hours[] }[] {
  const today = dateAt(now);
  return Array.from({ length: HORIZON_DAYS + 1 }, (_, i) => addDays(today, i))
    .map((day) => ({ day, hours: hoursOn(hall, day) }))
    .filter(({ hours }) => hours.length > 0);
}
