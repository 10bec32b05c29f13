import { addDays, addMonths, type CivilDate, date } from "../../../kernel/civil-date.ts";
import { addMoney, type Fen, fen, least, parseMoney, remainderOf, ZERO } from "../../../kernel/money.ts";
import { instalmentPlan } from "../instalment-plan.ts";
import type { Loan } from "../loan.ts";
import { drawnFor, drawnOf, latestFor, latestSingle, type Period, standingOf } from "../withdrawal.ts";
import type { FundForm, FundRecords } from "./fund-records.ts";
import { monthsOf } from "./period.ts";

/** The months that a standing order draws for, and the day that it was agreed on. */
export type Ordered = { readonly period: Period; readonly agreedOn: CivilDate };

/** Beijing's and others' for repayments without an order (京房公积金发〔2023〕1号 has orders beside them). */
export const MONTHS_BETWEEN_SINGLES = 12;

/** The sum that fell due of loans after a day, up to another. */
function dueBetween(loans: readonly Loan[], after: CivilDate, to: CivilDate): Fen {
  const due = loans
    .flatMap((loan) => instalmentPlan(loan))
    .filter(({ dueOn }) => dueOn > after && dueOn <= to);
  return addMoney(...due.map(({ amount }) => amount));
}

const amountIn = (form: FundForm, field: string): Fen => {
  const stated = parseMoney(String(form[field] ?? ""));
  return stated.ok ? stated.value : ZERO;
};

const latest = (a: CivilDate, b: CivilDate | undefined): CivilDate => (b !== undefined && b > a ? b : a);

/**
 * The most that a single withdrawal draws of what was repaid: of the last twelve months, once in them, and nothing that has
 * been drawn for. A bank's loan is in no record: a person compares what is stated with the papers before it counts.
 */
export function drawableForRepayment(
  { account, loans, book }: Pick<FundRecords, "account" | "loans" | "book">,
  form: FundForm,
  today: CivilDate,
): Fen {
  const { balance } = standingOf(account, drawnOf(book));
  const single = latestSingle(book, "LOAN_REPAYMENT");
  if (single && today < addMonths(single.on, MONTHS_BETWEEN_SINGLES)) return ZERO;
  const yearAgo = addMonths(today, -MONTHS_BETWEEN_SINGLES);
  if (loans.length > 0)
    return least(balance, dueBetween(loans, latest(yearAgo, latestFor(book, "LOAN_REPAYMENT")?.on), today));
  const drawn = drawnOf(book).filter(({ reason, on }) => reason === "LOAN_REPAYMENT" && on > yearAgo);
  return least(
    balance,
    remainderOf(amountIn(form, "repaidInYear"), addMoney(...drawn.map(({ amount }) => amount))),
  );
}

/**
 * The most that a standing order draws of what was repaid: of a loan of the fund's the instalments that fell due since the
 * last withdrawal, from the month of the agreement on, so that a month in which nothing could be drawn is made up for; of a
 * bank's what is stated a month, for the months of the period.
 */
export function drawableAsOrdered(
  { account, loans, book }: Pick<FundRecords, "account" | "loans" | "book">,
  form: FundForm,
  today: CivilDate,
  { period, agreedOn }: Ordered,
): Fen {
  const { balance } = standingOf(account, drawnOf(book));
  if (loans.length > 0) {
    const before = addDays(date(`${agreedOn.slice(0, 7)}-01`), -1);
    return least(balance, dueBetween(loans, latest(before, latestFor(book, "LOAN_REPAYMENT")?.on), today));
  }
  const stated = fen(amountIn(form, "monthlyRepayment") * BigInt(monthsOf(period).length));
  return least(balance, remainderOf(stated, drawnFor(book, "LOAN_REPAYMENT", period)));
}
