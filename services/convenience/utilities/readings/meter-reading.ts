import type { CivilDate } from "../../../kernel/civil-date.ts";
import { addDecimals, type Decimal } from "../../../kernel/decimal.ts";
import type { Values } from "../../../kernel/message.ts";
import { addMoney, type Fen, fen } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Bill, priceOf } from "../bill.ts";
import type { Biller } from "../biller.ts";
import { type Household, type Whose, whoseOn, withStatements } from "../household.ts";
import type { Days } from "../tariffs/period.ts";
import { periodProblem, ratePeriod } from "../tariffs/period-rating.ts";
import type { HouseholdClass, Tariff, TimeOfUse } from "../tariffs/tariff.ts";
import type { RatingLine } from "../tariffs/trace.ts";
import type { UtilityAccount } from "../utility-account.ts";
import type { CountedRegister, RegisterProblem, StatedRegister } from "./register.ts";
import { sumByYear, usageByYear, usageIn, type YearUsage, yearOf } from "./year-usage.ts";

/** The count of a meter at the end of a period; the usage is in the tariff's unit. */
export type MeterReading = {
  /** Of its bill. */
  readonly number: string;
  readonly period: Days;
  /** Of a meter that could not be read: by what was used before, until the next true reading settles it. */
  readonly isEstimated?: boolean | undefined;
  /** The reading months that the supplier counts it for; where it does not say, the nearest number. */
  readonly months?: number | undefined;
  /** The account's from now on; what is not said stays as it was. */
  readonly householdClass?: HouseholdClass | undefined;
  readonly household?: Household | undefined;
} & (Used | { readonly registers: readonly StatedRegister[] });

export type Used = { readonly usage: Decimal } | { readonly timeOfUse: TimeOfUse };

/** A reading whose usage is known, also where it was stated by the counts of registers. */
export type CountedReading = Omit<MeterReading, "registers"> & Used;

/** How a bill's amount came about; its lines add up to it. */
export type RatingTrace = Whose & {
  /** The first day that it was rated from, where that is before the bill's period: it settles the estimates since. */
  readonly from?: CivilDate | undefined;
  /** The first day before it that nobody has read: the days from there on are told of by no bill. */
  readonly unreadFrom?: CivilDate | undefined;
  readonly usage: Decimal;
  /** The parts of the usage, where the prices go by them. */
  readonly timeOfUse?: TimeOfUse | undefined;
  readonly months?: number | undefined;
  /** The counts, where it was read by registers. */
  readonly registers?: readonly CountedRegister[] | undefined;
  /** The usage in the calendar year of the period's first day, before it. */
  readonly usedBefore: Decimal;
  /** The amount that the reading added to the usage of each year, without what estimates had added before it. */
  readonly years: readonly YearUsage[];
  /** The day from which the row in force on the last day holds. */
  readonly tariffFrom: CivilDate;
  readonly lines: readonly RatingLine[];
  /**
   * As it was rated anew after a reading before it, or one that had stated its household, was withdrawn or came late; the
   * bill stayed, and the difference was carried to the next.
   */
  readonly anew?: RatedAnew | undefined;
};

/** Without a class the household is the trace's own: nothing had changed that when it was written. */
export type RatedAnew = {
  readonly householdClass?: HouseholdClass | undefined;
  readonly householdSize?: number | undefined;
  readonly usedBefore: Decimal;
  readonly amount: Fen;
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
    | "ESTIMATE_UNSETTLED"
    | "HOUSEHOLD_NOT_PROVEN"
    | "READING_MONTHS_OUT_OF_RANGE"
    | "TOO_MANY_LATER"
    | "REGISTER_UNCLEAR"
    | RegisterProblem["code"]
    | Extract<ReturnType<typeof ratePeriod>, { ok: false }>["error"]["code"];
  readonly path: readonly string[];
  readonly values: Values;
};

/** A period up to the last reading is rated already; a gap is not, and is usage that nobody has told of. */
export function checkOrder(
  { readTo }: Pick<UtilityAccount, "readTo">,
  { period }: Pick<MeterReading, "period">,
): Result<void, ReadingProblem> {
  if (readTo === undefined || period.from >= readTo) return ok(undefined);
  return err({ code: "READING_OUT_OF_ORDER", path: ["from"], values: { readTo } });
}

/** The readings before and around a reading, as far as its rating depends on them. */
export type Around = {
  /** The usage of each year that the period touches, by all readings so far. */
  readonly usedIn: readonly YearUsage[];
  /** Used in the year of the first day before it, where later readings have been taken already. */
  readonly usedBefore?: Decimal | undefined;
  readonly unreadFrom?: CivilDate | undefined;
  /** The first day of the next reading of its tenancy, where that was taken already. */
  readonly laterFrom?: CivilDate | undefined;
  /** The estimates that it settles, and the day of the last true reading before them. */
  readonly settles?: { readonly from: CivilDate; readonly estimates: readonly ReadBill[] } | undefined;
};

/** A bill that was rated, and its trace. */
export type ReadBill = { readonly bill: Bill; readonly trace: RatingTrace };

/**
 * Rates a reading by the rows in force, on top of what the account used in that year, and says how the account and its
 * usage stand afterwards. Nothing is billed where nothing is to be paid: the next reading covers it. A reading that
 * settles estimates is rated from the last true one on, and what they have charged already is taken off (供电营业规则
 * 2024: billed by previous use, settled at the next reading).
 */
export function rateReading(
  rows: readonly Tariff[],
  { kind, region }: Pick<Biller, "kind" | "region">,
  before: UtilityAccount,
  reading: CountedReading,
  { usedIn, usedBefore: known, settles, unreadFrom, laterFrom }: Around,
): Result<RatedReading, ReadingProblem> {
  const { period, months } = reading;
  const household = { ...before, ...withStatements(before, reading, laterFrom) };
  const whose = whoseOn(household, period.from);
  const span = { from: settles?.from ?? period.from, to: period.to };
  const used = "usage" in reading ? { usage: reading.usage } : { timeOfUse: reading.timeOfUse };
  const problem = periodProblem({ kind, region, ...whose, ...span, usedBefore: NONE, ...used });
  if (problem) return err({ ...problem, path: [PATHS[problem.code]] });
  const added = usageByYear({ ...span, ...used });
  const net = (settles?.estimates ?? []).reduce((sum, { trace }) => sumByYear(sum, trace.years, -1), added);
  const estimated = sumByYear(net, added, -1);
  const usedBefore = known ?? usageIn(sumByYear(usedIn, estimated, 1), yearOf(span.from));
  const rated = ratePeriod(rows, { kind, region, ...whose, ...span, usedBefore, months, ...used });
  if (!rated.ok) return err({ ...rated.error, path: [PATHS[rated.error.code]] });
  const lines = [...rated.value.lines, ...(settles?.estimates ?? []).map(settled)];
  const amount = addMoney(...lines.map((line) => line.amount));
  if (amount <= 0n && !settles) return err({ code: "NOTHING_TO_CHARGE", path: ["usage"], values: {} });
  const usage = added.reduce((sum, { used: share }) => addDecimals(sum, share), NONE);
  const trace: RatingTrace = {
    ...(settles ? { from: span.from } : {}),
    ...{ unreadFrom, usage, usedBefore, years: net, ...whose, months, lines },
    ...{ timeOfUse: "timeOfUse" in used ? used.timeOfUse : undefined },
    tariffFrom: rated.value.tariff.effectiveFrom,
  };
  return ok({
    ...{ amount, trace, account: readTo(household, reading) },
    years: sumByYear(usedIn, net, 1),
  });
}

/** The account after a reading of it. */
function readTo(
  before: UtilityAccount,
  { period: { from, to }, isEstimated }: Pick<MeterReading, "period" | "isEstimated">,
): UtilityAccount {
  const { readTo: last = from, trueTo = last, ...account } = before;
  return {
    ...{ ...account, readTo: to > last ? to : last, revision: before.revision + 1 },
    ...(isEstimated ? { trueTo } : {}),
  };
}

const settled = ({ bill: { number, period, ...bill }, trace }: ReadBill): RatingLine => ({
  ...{ kind: "ESTIMATE", ...period, name: number },
  amount: fen(-(trace.anew?.amount ?? priceOf(bill))),
});

const NONE: Decimal = { units: 0n, places: 0 };

const PATHS = {
  USAGE_OUT_OF_RANGE: "usage",
  NO_TARIFF: "from",
  NO_TIME_OF_USE: "timeOfUse",
  PERIOD_OUT_OF_RANGE: "period",
  HOUSEHOLD_SIZE_OUT_OF_RANGE: "householdSize",
} as const;
