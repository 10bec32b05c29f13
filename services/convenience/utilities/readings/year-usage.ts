import { type CivilDate, date, daysBetween } from "../../../kernel/civil-date.ts";
import { addDecimals, compareDecimals, type Decimal, subtractDecimals } from "../../../kernel/decimal.ts";
import { apportion, type Days } from "../tariffs/period.ts";
import { type Tariff, tiersFor } from "../tariffs/tariff.ts";

/** The usage of an account in one calendar year, in its tariff's unit, as far as readings tell. */
export type YearUsage = { readonly year: string; readonly used: Decimal };

/** Readings are of three years at most, which can touch four. */
const YEARS_MAX = 4;
const NOTHING: Decimal = { units: 0n, places: 0 };

type Used = Days & UsedHow;
type UsedHow = { readonly usage: Decimal } | { readonly timeOfUse: Readonly<Record<string, Decimal>> };

/** A reading's usage by calendar years, as if every day had used the same, which is how it is rated too. */
export function usageByYear(reading: Used): readonly YearUsage[] {
  const parts = yearsOf(reading);
  const days = parts.map(({ from, to }) => daysBetween(from, to));
  const bands = "usage" in reading ? [reading.usage] : Object.values(reading.timeOfUse);
  const shares = bands.map((band) => (parts.length === 1 ? [band] : apportion(band, days)));
  return parts.map(({ from }, i) => ({
    year: yearOf(from),
    used: shares.reduce((sum, share) => addDecimals(sum, share[i] ?? NOTHING), NOTHING),
  }));
}

/** The calendar years that a period touches; of one that is too long to be rated, the first few. */
export function yearsIn({ from, to }: Days): readonly string[] {
  const first = Number(yearOf(from));
  const count = Math.min(Number(yearOf(to)) - first + 1, YEARS_MAX);
  return Array.from({ length: Math.max(0, count) }, (_, i) => String(first + i));
}

export const yearOf = (day: CivilDate): string => day.slice(0, 4);

function yearsOf({ from, to }: Days): readonly Days[] {
  const next = `${Number(yearOf(from)) + 1}-01-01`;
  return next < to && next.length === to.length
    ? [{ from, to: date(next) }, ...yearsOf({ from: date(next), to })]
    : [{ from, to }];
}

/** The usage in a year, nothing where none is told. */
export const usageIn = (years: readonly YearUsage[], year: string): Decimal =>
  years.find((each) => each.year === year)?.used ?? NOTHING;

/** The usage of each year with another's added, or taken off where a reading is withdrawn or put right. */
export function sumByYear(
  years: readonly YearUsage[],
  others: readonly YearUsage[],
  sign: 1 | -1,
): readonly YearUsage[] {
  const all = [...new Set([...years, ...others].map(({ year }) => year))].sort();
  const sum = sign === 1 ? addDecimals : subtractDecimals;
  return all.map((year) => ({ year, used: sum(usageIn(years, year), usageIn(others, year)) }));
}

/**
 * The tier that a year's usage has reached, from 1; exactly on an edge is still the lower. Undefined where usage climbs
 * the tiers anew with every reading.
 */
export function tierOfUsage(
  tariff: Tariff,
  householdSize: number | undefined,
  used: Decimal,
): number | undefined {
  if (tariff.cycle !== "CALENDAR_YEAR") return undefined;
  const tiers = tiersFor(tariff, householdSize, 1);
  return tiers.findIndex(({ upTo }) => !upTo || compareDecimals(used, upTo) <= 0) + 1;
}
