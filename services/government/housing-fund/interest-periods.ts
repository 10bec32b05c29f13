import { type CivilDate, daysBetween } from "../../kernel/civil-date.ts";
import { type Decimal, formatDecimal, scaleOf } from "../../kernel/decimal.ts";
import { divideRounded, type Fen, fen, formatMoney } from "../../kernel/money.ts";
import type { Account } from "./account.ts";
import { type RateRow, rowOn } from "./rates.ts";

/** Days in a year for interest; fund centres differ. */
export type DayBasis = 360 | 365;

/** A balance that stood unchanged from `from` (included) to `to` (excluded). */
export type InterestPeriod = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly days: number;
  readonly balance: Fen;
  readonly rate: Decimal;
};

/** A movement of a balance: the day of whose statement it is part first, and the day from which it earns. */
export type Movement = {
  readonly creditedOn: CivilDate;
  readonly earnsFrom: CivilDate;
  readonly amount: bigint;
};

/** Σ(balance × days × rate) ÷ day basis, rounded once. */
export function interestOn(periods: readonly InterestPeriod[], dayBasis: DayBasis): Fen {
  const scale = 10n ** BigInt(Math.max(0, ...periods.map(({ rate }) => rate.places)));
  const weighted = periods.reduce(
    (sum, { balance, days, rate }) => sum + balance * BigInt(days) * rate.units * (scale / scaleOf(rate)),
    0n,
  );
  return fen(divideRounded(weighted, scale * BigInt(dayBasis)));
}

/** The periods of a span of days, by a balance as it was stated and the movements before and after it. */
export function periodsOf(
  { balance, balanceOn }: Pick<Account, "balance" | "balanceOn">,
  movements: readonly Movement[],
  { from, to }: Pick<InterestPeriod, "from" | "to">,
  rates: readonly RateRow[],
): readonly InterestPeriod[] {
  const inside = (day: CivilDate): boolean => day > from && day < to;
  const edges = new Set([
    from,
    ...movements.map(({ earnsFrom }) => earnsFrom).filter(inside),
    ...rates.map(({ effectiveFrom }) => effectiveFrom).filter(inside),
  ]);
  const days = [...edges].sort();
  // Movements after the stated balance are added; those in it that came later than `day` are taken off.
  const balanceAt = (day: CivilDate): Fen => {
    const standing = movements.reduce((sum, { creditedOn, earnsFrom, amount }) => {
      if (creditedOn > balanceOn) return earnsFrom <= day ? sum + amount : sum;
      return earnsFrom > day ? sum - amount : sum;
    }, BigInt(balance));
    return fen(standing > 0n ? standing : 0n);
  };
  return days.map((day, i) => {
    const end = days[i + 1] ?? to;
    return {
      from: day,
      to: end,
      days: daysBetween(day, end),
      balance: balanceAt(day),
      rate: rateOn(rates, day),
    };
  });
}

function rateOn(rates: readonly RateRow[], day: CivilDate): Decimal {
  const row = rowOn(rates, day);
  if (!row) throw new RangeError(`no deposit rate is known for ${day}`);
  return row.rate;
}

/** For example "(100000.00 × 365) × 0.015 ÷ 360 = 1520.83". */
export function formulaOf(periods: readonly InterestPeriod[], dayBasis: DayBasis, amount: Fen): string {
  const byRate = Map.groupBy(periods, ({ rate }) => formatDecimal(rate));
  const terms = [...byRate].map(([rate, group]) => {
    const sum = group.map(({ balance, days }) => `${formatMoney(balance)} × ${days}`).join(" + ");
    return `(${sum}) × ${rate}`;
  });
  const whole = terms.length > 1 ? `(${terms.join(" + ")})` : terms.join("");
  return `${whole} ÷ ${dayBasis} = ${formatMoney(amount)}`;
}
