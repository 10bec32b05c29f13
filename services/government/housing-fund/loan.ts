import type { CivilDate } from "../../kernel/civil-date.ts";
import { compareDecimals, scaleOf } from "../../kernel/decimal.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { type Fen, ZERO } from "../../kernel/money.ts";
import { isBelow, type Stated } from "../../kernel/stated.ts";
import { type HomeRank, publishedLoanRate, type RateRow, rowOn } from "./rates.ts";

export const REPAYMENT_METHODS = ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL"] as const;
/** 等额本息: the same amount every month; 等额本金: the same principal every month. */
export type RepaymentMethod = (typeof REPAYMENT_METHODS)[number];

export const HOME_RANKS = ["FIRST", "SECOND"] as const satisfies readonly HomeRank[];

/** A loan of the housing fund for a home (住房公积金个人住房贷款), as the fund centre last stated it. */
export type Loan = {
  readonly citizenId: CitizenId;
  /** The fund centre's number of the contract. */
  readonly loanNumber: string;
  readonly principal: Fen;
  /** Yearly; the first row is from the day of the loan, later ones from the days of adjustment (1 January). */
  readonly rates: readonly RateRow[];
  readonly termMonths: number;
  readonly home: HomeRank;
  readonly method: RepaymentMethod;
  readonly startedOn: CivilDate;
  /** Principal not yet repaid. */
  readonly outstanding: Fen;
  readonly outstandingOn: CivilDate;
};

/** The longest term that fund centres grant: 30 years. */
export const TERM_MONTHS_MAX = 360;

export type LoanProblem = {
  readonly code:
    | "NOT_POSITIVE"
    | "NEGATIVE_AMOUNT"
    | "TERM_OUT_OF_RANGE"
    | "OUTSTANDING_ABOVE_PRINCIPAL"
    | "DATE_IN_FUTURE"
    | "STARTED_AFTER_OUTSTANDING"
    | "RATE_OUT_OF_RANGE"
    | "RATE_BELOW_PUBLISHED"
    | "RATES_OUT_OF_ORDER";
  readonly field: keyof Loan;
};

/** All that speaks against a loan, no matter who states it; what is not stated is not judged. */
export function checkLoan(loan: Stated<Loan>, today: CivilDate): readonly LoanProblem[] {
  const { principal, outstanding, outstandingOn, startedOn, termMonths } = loan;
  const problems: LoanProblem[] = [];
  const add = (code: LoanProblem["code"], field: keyof Loan) => problems.push({ code, field });
  if (principal !== undefined && principal <= 0n) add("NOT_POSITIVE", "principal");
  if (termMonths !== undefined && !isTerm(termMonths)) add("TERM_OUT_OF_RANGE", "termMonths");
  if (isBelow(outstandingOn, startedOn)) add("STARTED_AFTER_OUTSTANDING", "startedOn");
  if (isBelow(outstanding, ZERO)) add("NEGATIVE_AMOUNT", "outstanding");
  if (isBelow(principal, outstanding)) add("OUTSTANDING_ABOVE_PRINCIPAL", "outstanding");
  if (isBelow(today, outstandingOn)) add("DATE_IN_FUTURE", "outstandingOn");
  return [...problems, ...checkRates(loan)];
}

const isTerm = (months: number): boolean =>
  Number.isInteger(months) && months >= 1 && months <= TERM_MONTHS_MAX;

/** The rate that the loan was granted at is at least the published one; what is agreed later only has to be a rate. */
function checkRates({ rates, startedOn, home, termMonths }: Stated<Loan>): readonly LoanProblem[] {
  if (!rates || !startedOn) return [];
  const [first] = rates;
  const inOrder =
    first?.effectiveFrom === startedOn &&
    rates.every(({ effectiveFrom }, i) => i === 0 || isBelow(rates[i - 1]?.effectiveFrom, effectiveFrom));
  if (!inOrder) return [{ code: "RATES_OUT_OF_ORDER", field: "rates" }];
  if (!rates.every(({ rate }) => rate.units >= 0n && rate.units < scaleOf(rate))) {
    return [{ code: "RATE_OUT_OF_RANGE", field: "rates" }];
  }
  const published = home && termMonths && publishedLoanRate(home, termMonths, startedOn);
  return published && compareDecimals(first.rate, published) < 0
    ? [{ code: "RATE_BELOW_PUBLISHED", field: "rates" }]
    : [];
}

/** The rate in force on a day, or the first one before the loan began. */
export function rateOn({ rates }: Pick<Loan, "rates">, day: CivilDate): RateRow {
  const row = rowOn(rates, day) ?? rates[0];
  if (!row) throw new Error("a loan has at least one rate");
  return row;
}
