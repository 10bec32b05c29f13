import { type CivilDate, daysBetween, earlier } from "../../../kernel/civil-date.ts";
import { type Decimal, powerOfTen } from "../../../kernel/decimal.ts";
import { nextTariffAfter, type Tariff, type TariffQuestion, tariffOn } from "./tariff.ts";

/** Days of a part or a period: `from` is included, `to` is not; a reading's own day belongs to what comes after it. */
export type Days = { readonly from: CivilDate; readonly to: CivilDate };

/** Days of a period over which one row holds and, where its tiers are the year's, that lie in one year. */
export type Part = Days & { readonly tariff: Tariff };

/**
 * The parts of a period, in order: it is cut where a price changes and, for a tariff of the year, at the year's end.
 * Undefined where no price is known for its first day.
 */
export function partsOf(
  rows: readonly Tariff[],
  { from, to }: Days,
  whose: Omit<TariffQuestion, "on">,
): readonly [Part, ...Part[]] | undefined {
  const question = { ...whose, on: from };
  const tariff = tariffOn(rows, question);
  if (!tariff) return undefined;
  const change = nextTariffAfter(rows, question)?.effectiveFrom;
  let end = earlier(to, change);
  if (tariff.cycle === "CALENDAR_YEAR") {
    const newYear = nextNewYear(from);
    if (newYear && newYear < end) end = newYear;
  }
  const part = { from, to: end, tariff };
  if (end === to) return [part];
  const rest = partsOf(rows, { from: end, to }, whose);
  return rest && [part, ...rest];
}

/** Dates compare as text, so the year 9999 is the last. */
function nextNewYear(day: CivilDate): CivilDate | undefined {
  const year = Number(day.slice(0, 4));
  return year < 9999 ? (`${year + 1}-01-01` as CivilDate) : undefined;
}

const DAYS_A_MONTH = 365.25 / 12;

/** How many reading months a period is: to the nearest, so that 27 to 45 days are one and 46 to 76 are two. */
export const readingMonths = ({ from, to }: Days): number =>
  Math.max(1, Math.round(daysBetween(from, to) / DAYS_A_MONTH));

/** Shares of a usage are litres or watt-hours, or finer where the reading is. */
const SHARE_PLACES_MIN = 3;

/**
 * A usage by parts of so many days each, as if every day had used the same. The usage up to the end of a part is
 * rounded down to a thousandth of the unit, and what remains falls to the last part: nothing is lost, no share is
 * below zero, and a further cut leaves the shares on either side of another cut as they were.
 */
export function apportion(usage: Decimal, days: readonly number[]): readonly Decimal[] {
  const places = Math.max(usage.places, SHARE_PLACES_MIN);
  const units = usage.units * powerOfTen(places - usage.places);
  const all = days.reduce((sum, of) => sum + of, 0);
  let gone = 0;
  let before = 0n;
  return days.map((of) => {
    gone += of;
    const upTo = (units * BigInt(gone)) / BigInt(all);
    const share = upTo - before;
    before = upTo;
    return shorten({ units: share, places }, usage.places);
  });
}

/** Without zeros at its end, down to so many places. */
function shorten({ units, places }: Decimal, placesMin: number): Decimal {
  let [short, left] = [units, places];
  while (left > placesMin && short % 10n === 0n) {
    short /= 10n;
    left -= 1;
  }
  return { units: short, places: left };
}
