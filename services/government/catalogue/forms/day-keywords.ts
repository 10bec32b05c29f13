import type { CivilDate } from "../../../kernel/civil-date.ts";

/** Keywords of this platform's own: a day lies not after, or not before, today or the day of a field beside it. */
export const DAY_KEYWORDS = ["x-notAfter", "x-notBefore"] as const;
export type DayKeyword = (typeof DAY_KEYWORDS)[number];

/** Stands for the day in Asia/Shanghai on which the form is judged. */
export const TODAY = "today";

/** Whether a day keeps to its keyword. One that is compared with nothing keeps to it: what is missing is said elsewhere. */
export function keepsTo(keyword: DayKeyword, day: string, other: unknown): boolean {
  if (typeof other !== "string") return true;
  return keyword === "x-notAfter" ? day <= other : day >= other;
}

/** The day that a keyword names. */
export const dayUnder = (
  named: string,
  today: CivilDate,
  beside: Readonly<Record<string, unknown>>,
): unknown => (named === TODAY ? today : Object.hasOwn(beside, named) ? beside[named] : undefined);
