// Its functions, and not its classes: a bundle has those alone that are called, half of it.
import * as Instants from "temporal-polyfill/fns/Instant";
import * as Dates from "temporal-polyfill/fns/PlainDate";
import * as Times from "temporal-polyfill/fns/PlainTime";
import * as Zoned from "temporal-polyfill/fns/ZonedDateTime";
import { err, ok, type Result } from "./result.ts";
import { DAY_MS, type Instant, instantOf, OutOfCalendar } from "./runtime.ts";

/** A civil date in Asia/Shanghai, "2026-06-30". Compares as text. */
export type CivilDate = string & { readonly __unit: "date" };
/** A calendar month, "2026-06". Compares as text. */
export type Month = string & { readonly __unit: "month" };

const TIME_ZONE = "Asia/Shanghai";

/** No date comes after it. */
export const LAST_DAY = "9999-12-31" as CivilDate;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Reads a date that exists: 2026-02-30 does not. */
export function parseDate(text: string): Result<CivilDate, "NOT_A_DATE"> {
  if (!DATE.test(text)) return err("NOT_A_DATE");
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return err("NOT_A_DATE");
  return ok(text as CivilDate);
}

export function parseMonth(text: string): Result<Month, "NOT_A_MONTH"> {
  return MONTH.test(text) && text >= "1900" ? ok(text as Month) : err("NOT_A_MONTH");
}

/** A date that stands in the source code; throws where it is none. */
export function date(text: string): CivilDate {
  const parsed = parseDate(text);
  if (!parsed.ok) throw new Error(`${text} is no date`);
  return parsed.value;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const KNOWN_MAX = 1_000;
const known = new Map<Instant, CivilDate>();

/** A request asks many times for its own day and for those of a case's past, which are kept. Throws OutOfCalendar. */
export function dateAt(instant: Instant): CivilDate {
  const before = known.get(instant);
  if (before) return before;
  const day = inCalendar(() => Zoned.toPlainDate(inZone(instant)));
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(instant, day);
  return day;
}

const inZone = (instant: Instant) => Instants.toZonedDateTimeISO(Instants.fromString(instant), TIME_ZONE);

/** To the minute, as a clock in Asia/Shanghai shows it: "2026-06-30 09:00". */
export const minuteAt = (instant: Instant): string => `${dateAt(instant)} ${clockAt(instant).slice(0, 5)}`;

/** The time of the day in Asia/Shanghai, to the millisecond: "07:00:00.000". Compares as text. */
export const clockAt = (instant: Instant): string =>
  Times.toString(Zoned.toPlainTime(inZone(instant)), { smallestUnit: "millisecond" });

/** When a day begins. */
export function midnight(day: CivilDate): Instant {
  const instant = Zoned.toInstant(Dates.toZonedDateTime(plainDate(day), TIME_ZONE));
  return Instants.toString(instant, { smallestUnit: "millisecond" }) as Instant;
}

function plainDate(day: CivilDate): ReturnType<typeof Dates.create> {
  const [year = 0, month = 0, ofMonth = 0] = day.split("-").map(Number);
  return Dates.create(year, month, ofMonth);
}

export const monthOf = (day: CivilDate): Month => day.slice(0, 7) as Month;

export const firstOf = (month: Month): CivilDate => date(`${month}-01`);

/** The earlier of two days, of which the other may be none. */
export const earlier = (day: CivilDate, other: CivilDate | undefined): CivilDate =>
  other !== undefined && other < day ? other : day;

/** Days from `from` (included) to `to` (excluded). */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** Dates have no time zone, and no day of theirs is longer than another. Throws OutOfCalendar. */
export function addDays(day: CivilDate, days: number): CivilDate {
  if (!Number.isInteger(days)) throw new OutOfCalendar();
  return instantOf(Date.parse(day) + days * DAY_MS).slice(0, 10) as CivilDate;
}

/** The same day `months` later, or the last day of that month where it is shorter. Throws OutOfCalendar. */
export const addMonths = (day: CivilDate, months: number): CivilDate =>
  inCalendar(() => Dates.addMonths(plainDate(day), months));

/** None of the dates that are made has another year than 0000 to 9999. */
function inCalendar(make: () => Parameters<typeof Dates.toString>[0]): CivilDate {
  try {
    const made = Dates.toString(make());
    if (DATE.test(made)) return made as CivilDate;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new OutOfCalendar();
}

/** Months from one to another, both included. */
export type Months = { readonly from: Month; readonly to: Month; readonly all: readonly Month[] };

/** They are counted before one of them is made: none, or more than `max`, are out of range. */
export function monthsBetween(from: Month, to: Month, max: number): Result<Months, "MONTHS_OUT_OF_RANGE"> {
  const [first, last] = [ordinalOf(from), ordinalOf(to)];
  if (last < first || last - first >= max) return err("MONTHS_OUT_OF_RANGE");
  return ok({ from, to, all: Array.from({ length: last - first + 1 }, (_, i) => monthAt(first + i)) });
}

/** A month's place in time: the difference of two is how many months lie between them. */
export const ordinalOf = (month: Month): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const monthAt = (ordinal: number): Month =>
  `${String(Math.floor(ordinal / 12)).padStart(4, "0")}-${String((ordinal % 12) + 1).padStart(2, "0")}` as Month;
