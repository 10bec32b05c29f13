import chineseDays from "chinese-days";
import { addDays, type CivilDate } from "../kernel/civil-date.ts";
import { DAY_MS, OutOfCalendar } from "../kernel/runtime.ts";

/**
 * Working days by the statutory calendar: the State Council's yearly notice of holidays and of the weekend days that
 * are worked in exchange (国务院办公厅关于部分节假日安排的通知), as `chinese-days` carries them over.
 *
 * The notice of a year comes in the November before. Until it is known here, that year's days off are its weekends and
 * the holidays that the Regulations themselves name (全国年节及纪念日放假办法, as amended 2024), without exchanges.
 */
export function isWorkingDay(day: CivilDate): boolean {
  const { first, counted } = yearOf(day);
  const at = numberOf(day) - first;
  return counted[at] !== (counted[at - 1] ?? 0);
}

/** Whether a day belongs to a statutory holiday; an ordinary weekend does not. */
export function isHoliday(day: CivilDate): boolean {
  return isPublished(day)
    ? chineseDays.getHolidaysInRange(day, day, false).length > 0
    : regulationHolidays(day).has(day);
}

/**
 * The `days`-th working day after `day`; `day` itself does not count (Administrative Licensing Law, art. 82). None after it is
 * the day itself, or where nobody works on that the next working day (Civil Code, art. 203: a period does not end on a
 * holiday). Throws OutOfCalendar.
 */
export function addWorkingDays(day: CivilDate, days: number): CivilDate {
  if (days <= 0) return isWorkingDay(day) ? day : addWorkingDays(day, 1);
  let year = yearOf(day);
  let wanted = (year.counted[numberOf(day) - year.first] ?? 0) + days;
  while (wanted > year.worked.length) {
    wanted -= year.worked.length;
    year = workingYear(year.year + 1);
  }
  return dayOf(year.worked[wanted - 1]);
}

export const DAY_KINDS = ["WORKING", "CALENDAR"] as const;
/** The days that a limit counts: a law whose days are not said to be working days means those of the calendar. */
export type DayKind = (typeof DAY_KINDS)[number];

/**
 * The last day of a limit that begins after `day`. One of calendar days that ends on a day of rest ends on the next working day
 * (Civil Code, art. 203). Throws OutOfCalendar.
 */
export function lastDayOf(day: CivilDate, days: number, kind: DayKind): CivilDate {
  if (kind === "WORKING") return addWorkingDays(day, days);
  return addWorkingDays(addDays(day, days), 0);
}

/** The `days`-th working day before `day`; `day` itself does not count. Throws OutOfCalendar. */
export function workingDaysBefore(day: CivilDate, days: number): CivilDate {
  if (days <= 0) return day;
  let year = yearOf(day);
  let wanted = (year.counted[numberOf(day) - year.first - 1] ?? 0) - days;
  while (wanted < 0) {
    year = workingYear(year.year - 1);
    wanted += year.worked.length;
  }
  return dayOf(year.worked[wanted]);
}

/** The working days after `from` up to and including `to`; none where `to` is not after `from`. */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  if (to <= from) return 0;
  const [begins, ends] = [yearOf(from), yearOf(to)];
  let days =
    (ends.counted[numberOf(to) - ends.first] ?? 0) - (begins.counted[numberOf(from) - begins.first] ?? 0);
  for (let { year } = begins; year < ends.year; year += 1) days += workingYear(year).worked.length;
  return days;
}

/** A year's working days, counted once: a case's clock asks for them many times in each request. */
type WorkingYear = {
  readonly year: number;
  /** The number of its 1 January. */
  readonly first: number;
  /** By the day of the year, from 0: how many working days there are up to and including it. */
  readonly counted: Uint16Array;
  /** The numbers of its working days. */
  readonly worked: Int32Array;
};

const YEAR_MAX = 9999;
const years = new Map<number, WorkingYear>();

const yearOf = (day: CivilDate): WorkingYear => workingYear(Number(day.slice(0, 4)));

function workingYear(year: number): WorkingYear {
  const known = years.get(year) ?? countYear(year);
  years.set(year, known);
  return known;
}

function countYear(year: number): WorkingYear {
  if (year < 0 || year > YEAR_MAX) throw new OutOfCalendar();
  const name = String(year).padStart(4, "0");
  const first = numberOf(`${name}-01-01`);
  const days = numberOf(`${name}-12-31`) - first + 1;
  const counted = new Uint16Array(days);
  const worked: number[] = [];
  for (let at = 0; at < days; at += 1) {
    if (isWorkedOn(dayOf(first + at))) worked.push(first + at);
    counted[at] = worked.length;
  }
  return { year, first, counted, worked: Int32Array.from(worked) };
}

const isWorkedOn = (day: CivilDate): boolean =>
  isPublished(day) ? chineseDays.isWorkday(day) : !isWeekend(day) && !regulationHolidays(day).has(day);

/** Days since 1970-01-01. */
const numberOf = (day: string): number => Date.parse(day) / DAY_MS;

function dayOf(number: number | undefined): CivilDate {
  if (number === undefined) throw new Error("a working day outside of its year");
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

/** Whether the year's notice is known here; else its working days are provisional. */
export function isPublished(day: CivilDate): boolean {
  const year = day.slice(0, 4);
  const known = published.get(year) ?? hasNotice(year);
  published.set(year, known);
  return known;
}

const published = new Map<string, boolean>();

const hasNotice = (year: string): boolean =>
  chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;

const isWeekend = (day: CivilDate): boolean => [0, 6].includes(new Date(day).getUTCDay());

const holidaysOf = new Map<string, ReadonlySet<string>>();

function regulationHolidays(day: CivilDate): ReadonlySet<string> {
  const year = day.slice(0, 4);
  const known = holidaysOf.get(year) ?? new Set(namedByRegulations(year));
  holidaysOf.set(year, known);
  return known;
}

/** Art. 2 of the Regulations; those by the lunar calendar and the solar terms move from year to year. */
function namedByRegulations(year: string): CivilDate[] {
  const newYear = lunar(year, "01-01");
  return [
    `${year}-01-01` as CivilDate,
    ...[-1, 0, 1, 2].map((days) => addDays(newYear, days)),
    chineseDays.getSolarTermDate(Number(year), 4, "pure_brightness") as CivilDate,
    `${year}-05-01` as CivilDate,
    `${year}-05-02` as CivilDate,
    lunar(year, "05-05"),
    lunar(year, "08-15"),
    ...["01", "02", "03"].map((dayOfOctober) => `${year}-10-${dayOfOctober}` as CivilDate),
  ];
}

const lunar = (year: string, day: string): CivilDate =>
  chineseDays.getSolarDateFromLunar(`${year}-${day}`).date as CivilDate;
