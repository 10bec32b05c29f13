import { addDecimals, type Decimal } from "../../../kernel/decimal.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Bill, priceOf, withPrice } from "../bill.ts";
import type { Biller } from "../biller.ts";
import type { Whose } from "../household.ts";
import { ratePeriod } from "../tariffs/period-rating.ts";
import type { Tariff } from "../tariffs/tariff.ts";
import type { RatingLine } from "../tariffs/trace.ts";
import type { RatedAnew, RatingTrace, ReadBill, ReadingProblem, Used } from "./meter-reading.ts";
import { sumByYear, usageByYear, usageIn, type YearUsage, yearOf } from "./year-usage.ts";

/** A later reading, rated anew. */
export type Anew = ReadBill & {
  /** The bill as it stood, where it is another one now. */
  readonly before?: Bill | undefined;
  /** The part of the difference that the bill itself does not bear. */
  readonly waiting: Fen;
  readonly difference: Fen;
};

/** The bill's price as it stands: of the last time that it was rated. */
export const currentPrice = ({ bill, trace }: ReadBill): Fen => trace.anew?.amount ?? priceOf(bill);

export const currentUsedBefore = ({ anew, usedBefore }: RatingTrace): Decimal =>
  anew?.usedBefore ?? usedBefore;

/** The household by which the bill stands rated. */
export const currentHousehold = ({ anew, householdClass, householdSize }: RatingTrace): Whose =>
  anew?.householdClass
    ? { householdClass: anew.householdClass, householdSize: anew.householdSize }
    : { householdClass, householdSize };

/** The first day from which a bill was rated. */
export const ratedFrom = ({ bill, trace }: ReadBill) => trace.from ?? bill.period.from;

/** The change around a reading: the usage before it that was added, by years, and the household that it is of by now. */
type Change = { readonly more: readonly YearUsage[]; readonly whose?: Whose | undefined };

/**
 * Rates a later reading on top of what was used before it by now, and by the household that it is of. A bill that nobody
 * is paying or has paid becomes what it comes to; any other stays as it was told, and the difference waits for the next
 * bill. Undefined where the change is of another year, and the household the same.
 */
export function rateAnew(
  rows: readonly Tariff[],
  { kind, region }: Pick<Biller, "kind" | "region">,
  read: ReadBill,
  { more, whose = currentHousehold(read.trace) }: Change,
): Result<Anew | undefined, ReadingProblem> {
  const { trace } = read;
  const from = ratedFrom(read);
  const change = usageIn(more, yearOf(from));
  if (change.units === 0n && isSameHousehold(whose, currentHousehold(trace))) return ok(undefined);
  const usedBefore = addDecimals(currentUsedBefore(trace), change);
  const { usage, timeOfUse } = trace;
  const anew = rateAs(rows, { kind, region }, read, {
    ...{ usedBefore, whose },
    used: timeOfUse ? { timeOfUse } : { usage },
  });
  return anew.ok ? ok(withRating(read, anew.value)) : anew;
}

const isSameHousehold = (a: Whose, b: Whose): boolean =>
  a.householdClass === b.householdClass && a.householdSize === b.householdSize;

/** Another usage of a reading, another usage before it, or another household. */
type As = { readonly usedBefore: Decimal; readonly used: Used; readonly whose: Whose };

type RatedNow = RatedAnew & Whose;

function rateAs(
  rows: readonly Tariff[],
  where: Pick<Biller, "kind" | "region">,
  read: ReadBill,
  { usedBefore, used, whose }: As,
): Result<RatedNow, ReadingProblem> {
  const { bill, trace } = read;
  const { kind, region } = where;
  const period = { from: ratedFrom(read), to: bill.period.to };
  const reading = { kind, region, ...whose, months: trace.months, ...period, usedBefore, ...used };
  const rated = ratePeriod(rows, reading);
  if (!rated.ok) return err({ ...rated.error, path: ["usage"] });
  const lines = [...rated.value.lines, ...trace.lines.filter(({ kind }) => kind === "ESTIMATE")];
  return ok({ ...whose, usedBefore, amount: addMoney(...lines.map(({ amount }) => amount)), lines });
}

/** A reading put right: its own rating, and by how much its years' usage has changed. */
export type PutRight = Anew & { readonly more: readonly YearUsage[] };

/** Rates a reading as its meter has told in truth, from where it began. */
export function putRight(
  rows: readonly Tariff[],
  biller: Pick<Biller, "kind" | "region">,
  read: ReadBill,
  used: Used,
): Result<PutRight, ReadingProblem> {
  const { trace } = read;
  const anew = rateAs(rows, biller, read, {
    ...{ usedBefore: currentUsedBefore(trace), whose: currentHousehold(trace) },
    used,
  });
  if (!anew.ok) return anew;
  const period = { from: ratedFrom(read), to: read.bill.period.to };
  const was = usageByYear({
    ...period,
    ...(trace.timeOfUse ? { timeOfUse: trace.timeOfUse } : { usage: trace.usage }),
  });
  const is = usageByYear({ ...period, ...used });
  const more = sumByYear(is, was, -1);
  const rated = withRating(read, anew.value);
  const usage = is.reduce((sum, { used: share }) => addDecimals(sum, share), { units: 0n, places: 0 });
  const timeOfUse = "timeOfUse" in used ? used.timeOfUse : undefined;
  const years = sumByYear(trace.years, more, 1);
  return ok({ ...rated, trace: { ...rated.trace, usage, timeOfUse, years }, more });
}

/** The bill with another rating: itself where it is open and was never corrected, else beside it. */
function withRating(read: ReadBill, anew: RatedNow): Anew {
  const { bill, trace } = read;
  const difference = fen(anew.amount - currentPrice(read));
  const isOpen = bill.status === "DUE" && (bill.parts ?? []).length === 0 && !trace.anew;
  if (!isOpen) return { bill, trace: { ...trace, anew }, waiting: difference, difference };
  const { carried = ZERO } = bill;
  const next = { ...withPrice(bill, anew.amount, carried), revision: bill.revision + 1 };
  const { amount: _, lines, ...rated } = anew;
  return {
    ...{ bill: next, before: bill, difference },
    trace: { ...trace, ...rated, lines: withCarried(lines, next) },
    waiting: fen(carried - (next.carried ?? ZERO)),
  };
}

/** The lines of a bill, with what it bears of others; they add up to its amount. */
export const withCarried = (
  lines: readonly RatingLine[],
  { carried, period }: Pick<Bill, "carried" | "period">,
): readonly RatingLine[] => (carried ? [...lines, { kind: "CARRIED", ...period, amount: carried }] : lines);
