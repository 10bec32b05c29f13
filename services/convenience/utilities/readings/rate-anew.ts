import { addDecimals, type Decimal } from "../../../kernel/decimal.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Bill, priceOf, withPrice } from "../bill.ts";
import type { Biller } from "../biller.ts";
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

/** The first day from which a bill was rated. */
export const ratedFrom = ({ bill, trace }: ReadBill) => trace.from ?? bill.period.from;

/**
 * Rates a later reading on top of what was used before it by now (`more` by years). A bill that nobody is paying or has
 * paid becomes what it comes to; any other stays as it was told, and the difference waits for the next bill. Undefined
 * where the change is of another year.
 */
export function rateAnew(
  rows: readonly Tariff[],
  { kind, region }: Pick<Biller, "kind" | "region">,
  read: ReadBill,
  more: readonly YearUsage[],
): Result<Anew | undefined, ReadingProblem> {
  const { trace } = read;
  const from = ratedFrom(read);
  const change = usageIn(more, yearOf(from));
  if (change.units === 0n) return ok(undefined);
  const usedBefore = addDecimals(currentUsedBefore(trace), change);
  const { usage, timeOfUse } = trace;
  const anew = rateAs(rows, { kind, region }, read, {
    usedBefore,
    used: timeOfUse ? { timeOfUse } : { usage },
  });
  return anew.ok ? ok(withRating(read, anew.value)) : anew;
}

/** Another usage of a reading, or another usage before it. */
type As = { readonly usedBefore: Decimal; readonly used: Used };

function rateAs(
  rows: readonly Tariff[],
  where: Pick<Biller, "kind" | "region">,
  read: ReadBill,
  { usedBefore, used }: As,
): Result<RatedAnew, ReadingProblem> {
  const { bill, trace } = read;
  const { householdClass, householdSize, months } = trace;
  const whose = { kind: where.kind, region: where.region, householdClass, householdSize, months };
  const period = { from: ratedFrom(read), to: bill.period.to };
  const rated = ratePeriod(rows, { ...whose, ...period, usedBefore, ...used });
  if (!rated.ok) return err({ ...rated.error, path: ["usage"] });
  const lines = [...rated.value.lines, ...trace.lines.filter(({ kind }) => kind === "ESTIMATE")];
  return ok({ usedBefore, amount: addMoney(...lines.map(({ amount }) => amount)), lines });
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
  const anew = rateAs(rows, biller, read, { usedBefore: currentUsedBefore(trace), used });
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
function withRating(read: ReadBill, anew: RatedAnew): Anew {
  const { bill, trace } = read;
  const difference = fen(anew.amount - currentPrice(read));
  const isOpen = bill.status === "DUE" && (bill.parts ?? []).length === 0 && !trace.anew;
  if (!isOpen) return { bill, trace: { ...trace, anew }, waiting: difference, difference };
  const { carried = ZERO } = bill;
  const next = { ...withPrice(bill, anew.amount, carried), revision: bill.revision + 1 };
  const { usedBefore, lines } = anew;
  return {
    ...{ bill: next, before: bill, difference },
    trace: { ...trace, usedBefore, lines: withCarried(lines, next) },
    waiting: fen(carried - (next.carried ?? ZERO)),
  };
}

/** The lines of a bill, with what it bears of others; they add up to its amount. */
export const withCarried = (
  lines: readonly RatingLine[],
  { carried, period }: Pick<Bill, "carried" | "period">,
): readonly RatingLine[] => (carried ? [...lines, { kind: "CARRIED", ...period, amount: carried }] : lines);
