import { type Month, monthsBetween } from "../../../kernel/civil-date.ts";
import type { Period } from "../withdrawal.ts";

/** No order draws for more at once. */
const MONTHS_MAX = 12;

/** The months of a period. Throws for one that is longer than any order has, or has none. */
export function monthsOf({ from, to }: Period): readonly Month[] {
  const months = monthsBetween(from, to, MONTHS_MAX);
  if (!months.ok) throw new Error(`no period: ${from} to ${to}`);
  return months.value.all;
}
