import type { CivilDate } from "../../../kernel/civil-date.ts";
import { addDecimals, type Decimal } from "../../../kernel/decimal.ts";
import type { Fen } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Biller } from "../biller.ts";
import type { Days } from "../tariffs/period.ts";
import { ratePeriod } from "../tariffs/period-rating.ts";
import type { HouseholdClass, Tariff, TimeOfUse } from "../tariffs/tariff.ts";
import type { RatingLine } from "../tariffs/trace.ts";
import type { UtilityAccount } from "../utility-account.ts";
import { addUsage, usageByYear, type YearUsage, yearOf } from "./year-usage.ts";

/** The count of a meter at the end of a period; the usage is in the tariff's unit. */
export type MeterReading = {
  readonly period: Days;
  /** The account's from now on; what is not said stays as it was. */
  readonly householdClass?: HouseholdClass | undefined;
  readonly householdSize?: number | undefined;
} & ({ readonly usage: Decimal } | { readonly timeOfUse: TimeOfUse });

type Optional<T> = T | null | undefined;

/** As a biller states it, before it is known that it says one of the two. */
export type StatedReading = {
  readonly period: Days;
  readonly usage?: Optional<Decimal>;
  readonly timeOfUse?: Optional<TimeOfUse>;
  readonly householdClass?: Optional<HouseholdClass>;
  readonly householdSize?: Optional<number>;
};

export function readingOf(stated: StatedReading): Result<MeterReading, ReadingProblem> {
  const { period, usage, timeOfUse } = stated;
  const used = timeOfUse ? { timeOfUse } : usage && { usage };
  if (!used || (usage && timeOfUse))
    return err({ code: "USAGE_OR_TIME_OF_USE", path: ["usage"], values: {} });
  const householdClass = stated.householdClass ?? undefined;
  return ok({ period, householdClass, householdSize: stated.householdSize ?? undefined, ...used });
}

/** How a bill's amount came about; its lines add up to it. */
export type RatingTrace = {
  readonly usage: Decimal;
  /** The usage in the calendar year of the period's first day, before it. */
  readonly usedBefore: Decimal;
  /** The amount that the reading added to the usage of each year. */
  readonly years: readonly YearUsage[];
  readonly householdClass: HouseholdClass;
  readonly householdSize?: number | undefined;
  /** The day from which the row in force on the last day holds. */
  readonly tariffFrom: CivilDate;
  readonly lines: readonly RatingLine[];
};

export type RatedReading = {
  readonly amount: Fen;
  readonly trace: RatingTrace;
  readonly account: UtilityAccount;
  /** The usage of each year that the period touches, after the reading. */
  readonly years: readonly YearUsage[];
};

/** `values` fill the gaps of the message. */
export type ReadingProblem = {
  readonly code:
    | "READING_OUT_OF_ORDER"
    | "USAGE_OR_TIME_OF_USE"
    | "NOTHING_TO_CHARGE"
    | Extract<ReturnType<typeof ratePeriod>, { ok: false }>["error"]["code"];
  readonly path: readonly string[];
  readonly values: Readonly<Record<string, string>>;
};

/** A period up to the last reading is rated already; a gap is not, and is usage that nobody has told of. */
export function checkOrder(
  { readTo }: UtilityAccount,
  { period }: MeterReading,
): Result<void, ReadingProblem> {
  if (readTo === undefined || period.from >= readTo) return ok(undefined);
  return err({ code: "READING_OUT_OF_ORDER", path: ["from"], values: { readTo } });
}

/**
 * Rates a reading by the rows in force, on top of what the account used in that year (`usedIn`), and says how the
 * account and its usage stand afterwards. Nothing is billed where nothing is to be paid: the next reading covers it.
 */
export function rateReading(
  rows: readonly Tariff[],
  { kind, region }: Pick<Biller, "kind" | "region">,
  before: UtilityAccount,
  reading: MeterReading,
  usedIn: readonly YearUsage[],
): Result<RatedReading, ReadingProblem> {
  const order = checkOrder(before, reading);
  if (!order.ok) return order;
  const { period, householdClass = before.householdClass, householdSize = before.householdSize } = reading;
  const whose = { householdClass, householdSize };
  const usedOf = (year: string): YearUsage =>
    usedIn.find((each) => each.year === year) ?? { year, used: NONE };
  const usedBefore = usedOf(yearOf(period.from)).used;
  const used = "usage" in reading ? { usage: reading.usage } : { timeOfUse: reading.timeOfUse };
  const rated = ratePeriod(rows, { kind, region, ...whose, ...period, usedBefore, ...used });
  if (!rated.ok) return err({ ...rated.error, path: [PATHS[rated.error.code]] });
  const { amount, lines, tariff } = rated.value;
  if (amount <= 0n) return err({ code: "NOTHING_TO_CHARGE", path: ["usage"], values: {} });
  const years = usageByYear({ ...period, ...used });
  const usage = years.reduce((sum, { used: share }) => addDecimals(sum, share), NONE);
  return ok({
    amount,
    trace: { usage, usedBefore, years, ...whose, tariffFrom: tariff.effectiveFrom, lines },
    account: { ...before, ...whose, readTo: period.to, revision: before.revision + 1 },
    years: years.map(({ year, used: share }) => addUsage(usedOf(year), share)),
  });
}

const NONE: Decimal = { units: 0n, places: 0 };

const PATHS = {
  USAGE_OUT_OF_RANGE: "usage",
  NO_TARIFF: "from",
  NO_TIME_OF_USE: "timeOfUse",
  PERIOD_OUT_OF_RANGE: "period",
  HOUSEHOLD_SIZE_OUT_OF_RANGE: "householdSize",
} as const;
