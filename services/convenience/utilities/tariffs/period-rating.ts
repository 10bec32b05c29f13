import { regionText } from "../../../field/named-region.ts";
import { daysBetween } from "../../../kernel/civil-date.ts";
import { addDecimals, type Decimal } from "../../../kernel/decimal.ts";
import type { Values } from "../../../kernel/message.ts";
import type { Fen } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { UTILITY_WORDS } from "../enum-words.ts";
import { apportion, type Days, type Part, partsOf, readingMonths } from "./period.ts";
import { emptySum, isInRange, outOfRange, type UsageProblem } from "./rating.ts";
import { type Tariff, type TimeOfUse, tiersFor } from "./tariff.ts";
import { type Bill, chargeOnce, chargePart, type RatingLine, type Used } from "./trace.ts";

/** The count of a meter at the end of a period, and whose it is. */
export type PeriodReading = Pick<Tariff, "kind" | "region" | "householdClass"> &
  Days & {
    /** Persons, where the utility has them on record. */
    readonly householdSize?: number | undefined;
    /**
     * Used in the calendar year of `from` before it. Only tariffs of the year look at it: the tiers of a tariff of the
     * month begin anew with every reading.
     */
    readonly usedBefore: Decimal;
    /** The reading months that it is counted for, where the supplier says; else the nearest number. */
    readonly months?: number | undefined;
  } & (
    | { readonly usage: Decimal }
    /** By the part of the day, for a household that chose so. */
    | { readonly timeOfUse: TimeOfUse }
  );

/** The amounts of the lines add up to the amount. */
export type PeriodRating = {
  readonly amount: Fen;
  readonly lines: readonly RatingLine[];
  /** The row in force on the period's last day. */
  readonly tariff: Tariff;
};

/** How people read of which tariff there is none. */
const namesOf = (kind: Tariff["kind"], region: Tariff["region"]) => ({
  kind: UTILITY_WORDS.UtilityKind[kind],
  region: regionText(region),
});

/** `values` fill the gaps of the message. */
export type RatingProblem =
  | UsageProblem
  | {
      readonly code: "NO_TARIFF" | "NO_TIME_OF_USE" | "PERIOD_OUT_OF_RANGE" | "HOUSEHOLD_SIZE_OUT_OF_RANGE";
      readonly values: Values;
    };

/** Three years: longer than any meter stays unread. */
const PERIOD_MAX_DAYS = 1_096;
/** Persons in one household. */
export const HOUSEHOLD_SIZE_MAX = 50;

/**
 * Rates a period's usage by the rows in force on its days.
 *
 * Where a price changes inside the period, or a calendar year ends under a tariff of the year, the usage is split by
 * days, as Beijing's waterworks did for meters read by hand when the price for business changed (京华时报, 2016-04-27,
 * m.printere.com.cn/news/2941.html: the average day, times the days before and after the change).
 * Usage climbs on across a change of price, and begins anew with a calendar year.
 *
 * A tariff of the month is judged by the reading month, not split by days: a meter tells what was used between two
 * readings, and a bill of 15 May to 15 June has one month's tiers. A reading after two months has the tiers of two.
 *
 * A row's time of use and its surcharges by the unit and by share apply to its own part; what is charged once a bill
 * (fixed surcharges, the minimum) is that of the row in force on the last day, in full however short the period.
 */
export function ratePeriod(
  rows: readonly Tariff[],
  reading: PeriodReading,
): Result<PeriodRating, RatingProblem> {
  const problem = periodProblem(reading);
  if (problem) return err(problem);
  const { kind, region, from, householdSize, months = readingMonths(reading) } = reading;
  const parts = partsOf(rows, reading, reading);
  if (!parts) return err({ code: "NO_TARIFF", values: { ...namesOf(kind, region), on: from } });
  if ("timeOfUse" in reading && parts.some(({ tariff }) => !tariff.timeOfUse)) {
    return err({ code: "NO_TIME_OF_USE", values: namesOf(kind, region) });
  }
  const bill: Bill = { sum: emptySum(), lines: [] };
  const usages = usagesOf(reading, parts);
  let before: Part | undefined;
  let climbed = reading.usedBefore;
  for (const [i, part] of parts.entries()) {
    const used = usages[i] ?? { usage: ZERO };
    if (startsAnew(part, before)) climbed = ZERO;
    const tiers = tiersFor(part.tariff, householdSize, isOfMonth(part.tariff) ? months : 1);
    chargePart(bill, part, tiers, used, climbed);
    climbed = addDecimals(climbed, used.usage);
    before = part;
  }
  const { tariff } = before ?? parts[0];
  chargeOnce(bill, tariff, reading);
  return ok({ amount: bill.sum.shown, lines: bill.lines, tariff });
}

const ZERO: Decimal = { units: 0n, places: 0 };

/** The problem of a reading that no tariff could rate: of its period, its household or its usage. */
export function periodProblem(reading: PeriodReading): RatingProblem | undefined {
  const { from, to, householdSize, usedBefore } = reading;
  const days = daysBetween(from, to);
  if (days < 1 || days > PERIOD_MAX_DAYS) {
    return { code: "PERIOD_OUT_OF_RANGE", values: { max: String(PERIOD_MAX_DAYS) } };
  }
  if (householdSize !== undefined && !isHouseholdSize(householdSize)) {
    return { code: "HOUSEHOLD_SIZE_OUT_OF_RANGE", values: { max: String(HOUSEHOLD_SIZE_MAX) } };
  }
  if (!isInRange(usedBefore)) return outOfRange("usedBefore");
  if ("usage" in reading) return isInRange(reading.usage) ? undefined : outOfRange("usage");
  const { peak, flat, valley } = reading.timeOfUse;
  return [peak, flat, valley, sumOf(reading.timeOfUse)].every(isInRange)
    ? undefined
    : outOfRange("timeOfUse");
}

export const isHouseholdSize = (size: number): boolean =>
  Number.isInteger(size) && size >= 1 && size <= HOUSEHOLD_SIZE_MAX;

const sumOf = ({ peak, flat, valley }: TimeOfUse): Decimal => addDecimals(addDecimals(peak, flat), valley);

const isOfMonth = ({ cycle }: Tariff): boolean => cycle === "CALENDAR_MONTH";

/** Whether usage begins to climb at the lowest tier with this part. */
function startsAnew(part: Part, before: Part | undefined): boolean {
  if (!before) return isOfMonth(part.tariff);
  if (part.tariff.cycle !== before.tariff.cycle) return true;
  return !isOfMonth(part.tariff) && part.from.slice(0, 4) !== before.from.slice(0, 4);
}

/** The usage of each part, as if every day had used the same. */
function usagesOf(reading: PeriodReading, parts: readonly Part[]): readonly Used[] {
  const isWhole = parts.length === 1;
  if ("usage" in reading) {
    const { usage } = reading;
    return isWhole ? [{ usage }] : apportion(usage, daysOf(parts)).map((share) => ({ usage: share }));
  }
  const { timeOfUse } = reading;
  if (isWhole) return [{ usage: sumOf(timeOfUse), timeOfUse }];
  const days = daysOf(parts);
  const peak = apportion(timeOfUse.peak, days);
  const flat = apportion(timeOfUse.flat, days);
  const valley = apportion(timeOfUse.valley, days);
  return parts.map((_, i) => {
    const share = { peak: peak[i] ?? ZERO, flat: flat[i] ?? ZERO, valley: valley[i] ?? ZERO };
    return { usage: sumOf(share), timeOfUse: share };
  });
}

const daysOf = (parts: readonly Days[]): readonly number[] =>
  parts.map(({ from, to }) => daysBetween(from, to));
