import { readAfter, textOf } from "../shared/frame/search-texts.ts";

/** Whether a text is a calendar month, "2026-11". */
export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);

/** The month in an address, if it names one. */
export function readMonth(search: Readonly<Record<string, unknown>>): { readonly month?: string } {
  const month = textOf(search["month"]);
  return month && isMonth(month) ? { month } : {};
}

/** The month of a statement, and where its list goes on. */
export const readStatementSearch = (search: Readonly<Record<string, unknown>>) => ({
  ...readMonth(search),
  ...readAfter(search),
});

/** So many months are offered, the newest first. */
const MONTHS_OFFERED = 36;
const YEAR = 12;

const monthBefore = (month: string, count: number): string => {
  const [year = 0, of = 1] = month.split("-").map(Number);
  const months = year * YEAR + (of - 1) - count;
  return `${Math.floor(months / YEAR)}-${String((months % YEAR) + 1).padStart(2, "0")}`;
};

export const monthsOffered = (thisMonth: string): readonly string[] =>
  Array.from({ length: MONTHS_OFFERED }, (_, i) => monthBefore(thisMonth, i));

/** The year up to a month, which is shown where nobody has chosen another time. */
export const yearUpTo = (month: string): { readonly from: string; readonly to: string } => ({
  from: monthBefore(month, YEAR - 1),
  to: month,
});
