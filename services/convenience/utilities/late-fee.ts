import { type CivilDate, daysBetween } from "../../kernel/civil-date.ts";
import { compareDecimals, type Decimal, decimal, scaleOf } from "../../kernel/decimal.ts";
import { divideRounded, type Fen, fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/**
 * A biller's charge for paying late (违约金), as 供电营业规则 has it for households: a share of the amount for each
 * day since the due date, 0.1 % a day there.
 */
export type LateFee = {
  /** Thousandths of what is unpaid, a day. */
  readonly perMille: Decimal;
  /** A payer who pays within so many days after the due date pays no fee. */
  readonly graceDays: number;
  /** The most that it grows to, in hundredths of what was unpaid when it began. */
  readonly capPercent: Decimal;
};

/** Days for which a fee is counted: from and including `from` up to and excluding `to`. */
type LateDays = { readonly dueOn: CivilDate; readonly from: CivilDate; readonly to: CivilDate };

/**
 * The fee on an amount that is unpaid meanwhile, in whole fen, half a fen up, without its cap. Days are counted from the
 * end of the due date, those of grace included once they are over; undefined until then.
 */
export function lateFeeBetween(
  rule: LateFee | undefined,
  amount: Fen,
  { dueOn, from, to }: LateDays,
): Fen | undefined {
  const late = daysBetween(dueOn, to);
  if (!rule || late <= 0 || late <= rule.graceDays) return undefined;
  const { perMille } = rule;
  const days = BigInt(daysBetween(from, to));
  return fen(divideRounded(amount * perMille.units * days, 1_000n * scaleOf(perMille)));
}

export const lateFeeCap = ({ capPercent }: LateFee, amount: Fen): Fen =>
  fen(divideRounded(amount * capPercent.units, 100n * scaleOf(capPercent)));

export type LateFeeProblem = {
  readonly code: "LATE_FEE_OUT_OF_RANGE";
  readonly field: keyof LateFee;
  readonly values: { readonly min: string; readonly max: string };
};

/** Far above what any regulation allows; beyond it somebody has mistaken the unit. */
const PER_MILLE_MAX = "10";
const GRACE_DAYS_MAX = 90;
const CAP_PERCENT_MAX = "100";

export function checkLateFee(rule: LateFee): Result<LateFee, LateFeeProblem> {
  const { perMille, graceDays, capPercent } = rule;
  const outside = (field: keyof LateFee, max: string) =>
    err({ code: "LATE_FEE_OUT_OF_RANGE" as const, field, values: { min: "0", max } });
  if (!isUpTo(perMille, PER_MILLE_MAX)) return outside("perMille", PER_MILLE_MAX);
  if (graceDays < 0 || graceDays > GRACE_DAYS_MAX) return outside("graceDays", String(GRACE_DAYS_MAX));
  if (!isUpTo(capPercent, CAP_PERCENT_MAX)) return outside("capPercent", CAP_PERCENT_MAX);
  return ok(rule);
}

const isUpTo = (value: Decimal, max: string): boolean =>
  value.units >= 0n && compareDecimals(value, decimal(max)) <= 0;
