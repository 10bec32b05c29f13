import chineseDays from "chinese-days";
import { addDays, type CivilDate } from "../kernel/civil-date.ts";

/**
 * Working days by the statutory calendar: the State Council's yearly notice of holidays and of the weekend days that
 * are worked in exchange (国务院办公厅关于部分节假日安排的通知), as `chinese-days` carries them over.
 *
 * The notice of a year comes in the November before. Until it is known here, that year's days off are its weekends and
 * the holidays that the Regulations themselves name (全国年节及纪念日放假办法, as amended 2024), without exchanges.
 */
export function isWorkingDay(day: CivilDate): boolean {
  return isPublished(day) ? chineseDays.isWorkday(day) : !isWeekend(day) && !regulationHolidays(day).has(day);
}

/** Whether a day belongs to a statutory holiday; an ordinary weekend does not. */
export function isHoliday(day: CivilDate): boolean {
  return isPublished(day)
    ? chineseDays.getHolidaysInRange(day, day, false).length > 0
    : regulationHolidays(day).has(day);
}

/** The `days`-th working day after `day`; `day` itself does not count (Administrative Licensing Law, art. 82). */
export function addWorkingDays(day: CivilDate, days: number): CivilDate {
  let at = day;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** The `days`-th working day before `day`; `day` itself does not count. */
export function workingDaysBefore(day: CivilDate, days: number): CivilDate {
  let at = day;
  for (let left = days; left > 0; ) {
    at = addDays(at, -1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** The working days after `from` up to and including `to`; none where `to` is not after `from`. */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days += 1;
  return days;
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
