import type { Language } from "../settings/settings.ts";

/** All days and times of the platform are Beijing's, wherever the reader is. */
const ZONE = "Asia/Shanghai";
const TAGS: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en-GB" };
const DAY_MS = 86_400_000;

const dayOf = (date: string): Date => new Date(`${date}T00:00:00Z`);
const textOf = (date: Date): string => date.toISOString().slice(0, 10);

function civil(date: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(TAGS[language], { timeZone: "UTC", ...parts }).format(dayOf(date));
}

/** "2026-11-01" as "1 November 2026", "2026年11月1日". */
export const day = (date: string, language: Language): string =>
  civil(date, language, { year: "numeric", month: "long", day: "numeric" });

/** "2026-11" as "November 2026", "2026年11月". */
export const month = (of: string, language: Language): string =>
  civil(`${of.slice(0, 7)}-01`, language, { year: "numeric", month: "long" });

/** For a narrow place, "11月", "Nov". */
export const shortMonth = (date: string, language: Language): string =>
  civil(date, language, { month: "short" });

/** A Monday, from which weekdays are counted. */
const SOME_MONDAY = dayOf("2024-01-01").getTime();

/** 1 as "Monday", "星期一". */
export const weekday = (of: number, language: Language): string =>
  new Intl.DateTimeFormat(TAGS[language], { timeZone: "UTC", weekday: "long" }).format(
    SOME_MONDAY + (of - 1) * DAY_MS,
  );

/** "2026-11-02" as "Monday 2 November", "11月2日星期一". */
export const dayOfWeek = (date: string, language: Language): string =>
  civil(date, language, { month: "long", day: "numeric", weekday: "long" });

/** The day in Beijing at an instant. */
export const dateAt = (instant: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(instant);

/** "2026-11-01T01:30:00Z" as "1 November 2026 at 09:30", "2026年11月1日 09:30". */
export function moment(instant: string, language: Language): string {
  const at = new Date(instant);
  const clock = time(instant);
  return `${day(dateAt(at), language)}${language === "zh" ? " " : " at "}${clock}`;
}

/** "2026-11-01T09:30" as it is typed, Beijing's time, as an instant; undefined for what is no time. */
export function instantOf(typed: string): string | undefined {
  const at = new Date(`${typed}+08:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** Beijing is so far ahead of UTC, all the year. */
const AHEAD_MS = 8 * 3_600_000;

/** An instant as it is typed, Beijing's time; to the minute where it is a whole one. */
export const typedMoment = (instant: string): string =>
  new Date(new Date(instant).getTime() + AHEAD_MS)
    .toISOString()
    .slice(0, -1)
    .replace(/(:00)?\.000$/, "");

/** "09:30", in both languages. */
export const time = (instant: string): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" }).format(
    new Date(instant),
  );

/**
 * A half-open period, from the first day to the day after the last, as people say it: of whole months by their names, else
 * by its first and its last day.
 */
export function period(from: string, to: string, language: Language): string {
  const last = addDays(to, -1);
  if (from.endsWith("-01") && to.endsWith("-01") && from < to) return months(from, last, language);
  if (from === last) return day(from, language);
  return range(from, last, language, { year: "numeric", month: "long", day: "numeric" });
}

function months(first: string, last: string, language: Language): string {
  if (first.slice(0, 7) === last.slice(0, 7)) return month(first, language);
  return range(first, last, language, { year: "numeric", month: "long" });
}

function range(first: string, last: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(TAGS[language], { timeZone: "UTC", ...parts });
  if (language === "en") return format.formatRange(dayOf(first), dayOf(last));
  // Its own range would be "2026/9 – 2026/10".
  const isSameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${format.format(dayOf(first))}至${format.format(dayOf(last)).slice(isSameYear ? "2026年".length : 0)}`;
}

/** The day so many days later. */
export const addDays = (date: string, days: number): string =>
  textOf(new Date(dayOf(date).getTime() + days * DAY_MS));

/** How many days lie between today and a day; negative for one that has passed. */
const daysUntil = (date: string, today: string): number =>
  Math.round((dayOf(date).getTime() - dayOf(today).getTime()) / DAY_MS);

/** "today", "tomorrow", "in 5 days", "3 days ago". */
export const fromToday = (date: string, today: string, language: Language): string =>
  new Intl.RelativeTimeFormat(TAGS[language], { numeric: "auto" }).format(daysUntil(date, today), "day");
