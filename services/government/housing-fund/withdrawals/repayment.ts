import { addDays, addMonths, type CivilDate, firstOf, monthOf } from "../../../kernel/civil-date.ts";
import { addMoney, type Fen, fen, least, parseMoney, remainderOf, ZERO } from "../../../kernel/money.ts";
import type { Loan } from "../loan.ts";
import { drawnFor, drawnOf, latestFor, latestSingle, type Period, standingOf } from "../withdrawal.ts";
import type { FundForm, FundRecords } from "./fund-records.ts";
import { monthsOf } from "./period.ts";
import { repaidByRecord } from "./repaid-by-record.ts";

/** The months that a standing order draws for, and the day that it was agreed on. */
export type Ordered = { readonly period: Period; readonly agreedOn: CivilDate };

/** The most that can be drawn of what was repaid. */
export type Repayment = {
  readonly most: Fen;
  /** The fund's records tell all of it; else a person compares what is stated with the papers. */
  readonly isOnRecord: boolean;
};

/** Beijing's and others' for repayments without an order (京房公积金发〔2023〕1号 has orders beside them). */
export const MONTHS_BETWEEN_SINGLES = 12;

/** Loans of the fund's that are still being repaid. */
export const openLoans = (loans: readonly Loan[]): readonly Loan[] =>
  loans.filter(({ outstanding }) => outstanding > ZERO);

/** The sum that was repaid of loans after a day, up to another, as far as the records tell it. */
function repaidOf(
  loans: readonly Loan[],
  after: CivilDate,
  to: CivilDate,
): { readonly told: Fen; readonly isAllTold: boolean } {
  const each = loans.map((loan) => repaidByRecord(loan, { after, to }));
  return { told: addMoney(...each.map((one) => one ?? ZERO)), isAllTold: !each.includes(undefined) };
}

const amountIn = (form: FundForm, field: string): Fen => {
  const stated = parseMoney(String(form[field] ?? ""));
  return stated.ok ? stated.value : ZERO;
};

/** The repayment of a month that an order's form states beside the fund's own loans. */
export const statedMonthly = (form: FundForm): Fen => amountIn(form, "monthlyRepayment");

const latest = (a: CivilDate, b: CivilDate | undefined): CivilDate => (b !== undefined && b > a ? b : a);

type Records = Pick<FundRecords, "account" | "loans" | "book">;

/**
 * The most that a single withdrawal draws of what was repaid, once in twelve months: of the fund's loans what its records show
 * of these months, and nothing that has been drawn for; beside it what the form states. A bank's loan is in no record, nor are
 * all repayments of a loan that was repaid early in part.
 */
export function drawableForRepayment(
  { account, loans, book }: Records,
  form: FundForm,
  today: CivilDate,
): Repayment {
  const { balance } = standingOf(account, drawnOf(book));
  const single = latestSingle(book, "LOAN_REPAYMENT");
  if (single && today < addMonths(single.on, MONTHS_BETWEEN_SINGLES)) return { most: ZERO, isOnRecord: true };
  const yearAgo = addMonths(today, -MONTHS_BETWEEN_SINGLES);
  const { told, isAllTold } = repaidOf(loans, latest(yearAgo, latestFor(book, "LOAN_REPAYMENT")?.on), today);
  const stated = amountIn(form, "repaidInYear");
  const drawn = drawnOf(book).filter(({ reason, on }) => reason === "LOAN_REPAYMENT" && on > yearAgo);
  const left = remainderOf(stated, addMoney(...drawn.map(({ amount }) => amount)));
  return { most: least(balance, addMoney(told, left)), isOnRecord: isAllTold && stated === ZERO };
}

/**
 * The most that a standing order draws of what was repaid, from the month of the agreement on. Of the fund's loans it is what
 * its records show since the last single withdrawal, less what the order drew: an instalment that a statement does not show yet
 * is drawn once one does, and a month in which nothing could be drawn is made up for. Beside it what is stated a month, for the
 * months of the period.
 */
export function drawableAsOrdered(
  { account, loans, book }: Records,
  form: FundForm,
  today: CivilDate,
  { period, agreedOn }: Ordered,
): Repayment {
  const { balance } = standingOf(account, drawnOf(book));
  const before = addDays(firstOf(monthOf(agreedOn)), -1);
  const monthly = statedMonthly(form);
  if (monthly === ZERO) {
    const since = latest(before, latestSingle(book, "LOAN_REPAYMENT")?.on);
    const { told, isAllTold } = repaidOf(loans, since, today);
    const drawn = drawnOf(book).filter(
      ({ reason, on, ordered }) => reason === "LOAN_REPAYMENT" && ordered && on > since,
    );
    const left = remainderOf(told, addMoney(...drawn.map(({ amount }) => amount)));
    return { most: least(balance, left), isOnRecord: isAllTold };
  }
  // A draw for both does not say how much of it was for which, so the fund's part counts from the last time.
  const { told } = repaidOf(loans, latest(before, latestFor(book, "LOAN_REPAYMENT")?.on), today);
  const stated = fen(monthly * BigInt(monthsOf(period).length));
  const left = remainderOf(stated, drawnFor(book, "LOAN_REPAYMENT", period));
  return { most: least(balance, addMoney(told, left)), isOnRecord: false };
}
