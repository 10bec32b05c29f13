import { type CivilDate, date, type Month, monthOf } from "../../services/kernel/civil-date.ts";

/** A civil date as a number of days, and a month as a number of months: histories are made by counting. */
export type Day = number;
export type MonthNumber = number;

const DAY_MS = 86_400_000;

export const dayOf = (text: CivilDate): Day => Date.parse(text) / DAY_MS;
export const dateOf = (day: Day): CivilDate => date(new Date(day * DAY_MS).toISOString().slice(0, 10));

export function monthNumberOf(text: CivilDate): MonthNumber {
  const [year = 0, month = 0] = text.split("-").map(Number);
  return year * 12 + month - 1;
}

export const firstDayOf = (month: MonthNumber): Day =>
  Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;

export const monthTextOf = (month: MonthNumber): Month => monthOf(dateOf(firstDayOf(month)));
