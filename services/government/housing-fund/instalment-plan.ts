import { addMonths, type CivilDate } from "../../kernel/civil-date.ts";
import { type Decimal, scaleOf } from "../../kernel/decimal.ts";
import { divideRounded, type Fen, fen } from "../../kernel/money.ts";
import { type Loan, rateOn } from "./loan.ts";

/** One month's repayment. Amounts in fen. */
export type Instalment = {
  /** From 1. */
  readonly number: number;
  readonly dueOn: CivilDate;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly amount: Fen;
  readonly outstandingAfter: Fen;
};

/** The figures from which a plan follows. */
export type LoanTerms = Pick<Loan, "principal" | "rates" | "termMonths" | "method" | "startedOn">;

const MONTHS_A_YEAR = 12n;

/**
 * All instalments of a loan as agreed, due on the loan's day of each month. A month is charged a twelfth of the
 * rate in force on its first day; where the rate changes, the equal instalment is computed anew from what is then
 * outstanding and the months that are left. Each amount is rounded to the fen and the last instalment clears what
 * rounding left over, so the principal parts add up to the loan.
 */
export function instalmentPlan(loan: LoanTerms): readonly Instalment[] {
  const { termMonths, startedOn, method } = loan;
  const evenPrincipal = divideRounded(loan.principal, BigInt(termMonths));
  const plan: Instalment[] = [];
  let outstanding: bigint = loan.principal;
  let charged: Decimal | undefined;
  let equal = 0n;
  for (let number = 1; number <= termMonths; number += 1) {
    const { rate } = rateOn(loan, addMonths(startedOn, number - 1));
    if (rate !== charged) equal = equalInstalment(fen(outstanding), rate, termMonths - number + 1);
    charged = rate;
    const interest = divideRounded(outstanding * rate.units, scaleOf(rate) * MONTHS_A_YEAR);
    const share = method === "EQUAL_PRINCIPAL" ? evenPrincipal : equal - interest;
    const principal = number === termMonths || share > outstanding ? outstanding : share;
    outstanding -= principal;
    plan.push({
      number,
      dueOn: addMonths(startedOn, number),
      principal: fen(principal),
      interest: fen(interest),
      amount: fen(principal + interest),
      outstandingAfter: fen(outstanding),
    });
  }
  return plan;
}

/** The remaining principal at the end of a day, if every instalment was paid on its day. */
export const outstandingOn = (loan: LoanTerms, day: CivilDate): Fen =>
  instalmentPlan(loan).findLast(({ dueOn }) => dueOn <= day)?.outstandingAfter ?? loan.principal;

/**
 * P · i · (1+i)^n ÷ ((1+i)^n − 1) with i a twelfth of the yearly rate: exact on whole numbers, rounded once.
 * 1,000,000.00 over 360 months at 2.6 % makes 4,003.40.
 */
export function equalInstalment(principal: Fen, rate: Decimal, months: number): bigint {
  const n = BigInt(months);
  if (rate.units === 0n) return divideRounded(principal, n);
  const scale = scaleOf(rate) * MONTHS_A_YEAR;
  const grown = (scale + rate.units) ** n;
  return divideRounded(principal * rate.units * grown, scale * (grown - scale ** n));
}
