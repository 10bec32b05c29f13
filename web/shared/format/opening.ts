import type { Language } from "../settings/settings.ts";
import { dateAt, fromToday, time, weekday } from "./dates.ts";

type Hours = { readonly from: string; readonly to: string };
type Day = { readonly day: string; readonly hours: readonly Hours[] };

/** Whether a hall is open at a moment, until when, or when it opens next as far as its days tell. */
export type Opening =
  | { readonly isOpen: true; readonly until: string; readonly isAllDay: boolean }
  | { readonly isOpen: false; readonly opens: { readonly day: string; readonly from: string } | undefined };

const DAY_ENDS = "24:00";

/** By the days on which a hall is open, from today on, with their hours in Beijing. */
export function openingAt(days: readonly Day[], now: Date): Opening {
  const [today, clock] = [dateAt(now), time(now.toISOString())];
  const hours = days.find(({ day }) => day === today)?.hours ?? [];
  const current = hours.find(({ from, to }) => from <= clock && clock < to);
  if (current) {
    const isAllDay = current.from === "00:00" && current.to === DAY_ENDS;
    return { isOpen: true, until: current.to, isAllDay };
  }
  const next = days
    .flatMap(({ day, hours: all }) => all.map(({ from }) => ({ day, from })))
    .find(({ day, from }) => day > today || (day === today && from > clock));
  return { isOpen: false, opens: next };
}

/** "Open now, until 17:00", "现在关闭，明天 09:00 开放". */
export function openingText(opening: Opening, now: Date, language: Language): string {
  const zh = language === "zh";
  if (opening.isOpen) {
    if (opening.isAllDay) return zh ? "现在开放，全天不打烊" : "Open now, around the clock";
    return zh ? `现在开放，至 ${opening.until}` : `Open now, until ${opening.until}`;
  }
  if (!opening.opens) return zh ? "现在关闭" : "Closed now";
  const { day, from } = opening.opens;
  const when = fromToday(day, dateAt(now), language);
  return zh ? `现在关闭，${when} ${from} 开放` : `Closed now, opens ${when} at ${from}`;
}

/** "09:00–12:00, 13:30–17:00". */
export const hoursText = (hours: readonly Hours[], language: Language): string =>
  hours.map(({ from, to }) => `${from}–${to}`).join(language === "zh" ? "，" : ", ");

/** The hours of a week, days beside each other that are alike in one line: "Monday to Friday", "09:00–17:00". */
export function weekText(
  weekly: readonly (Hours & { readonly weekday: number })[],
  language: Language,
): readonly (readonly [string, string])[] {
  const lines: { first: number; last: number; text: string }[] = [];
  for (let of = 1; of <= 7; of += 1) {
    const own = weekly.filter((one) => one.weekday === of).sort((a, b) => (a.from < b.from ? -1 : 1));
    const text = hoursText(own, language);
    const before = lines.at(-1);
    if (text === "") continue;
    if (before?.text === text && before.last === of - 1) before.last = of;
    else lines.push({ first: of, last: of, text });
  }
  return lines.map(({ first, last, text }) => [daysText(first, last, language), text]);
}

function daysText(first: number, last: number, language: Language): string {
  if (first === 1 && last === 7) return language === "zh" ? "每天" : "Every day";
  if (first === last) return weekday(first, language);
  const [from, to] = [weekday(first, language), weekday(last, language)];
  return language === "zh" ? `${from}至${to}` : `${from} to ${to}`;
}
