import type { CivilDate } from "../platform/civil-date.ts";
import { compareDecimals } from "../platform/decimal.ts";
import type { CitizenId } from "../platform/ids.ts";
import type { Fen } from "../platform/money.ts";
import { err, ok, type Result } from "../platform/result.ts";
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

export function checkLoan(loan: Loan, today: CivilDate): Result<Loan, LoanProblem> {
  const { principal, outstanding, outstandingOn, startedOn, termMonths } = loan;
  if (principal <= 0n) return err({ code: "NOT_POSITIVE", field: "principal" });
  if (!Number.isInteger(termMonths) || termMonths < 1 || termMonths > TERM_MONTHS_MAX) {
    return err({ code: "TERM_OUT_OF_RANGE", field: "termMonths" });
  }
  if (outstanding < 0n) return err({ code: "NEGATIVE_AMOUNT", field: "outstanding" });
  if (outstanding > principal) return err({ code: "OUTSTANDING_ABOVE_PRINCIPAL", field: "outstanding" });
  if (outstandingOn > today) return err({ code: "DATE_IN_FUTURE", field: "outstandingOn" });
  if (startedOn > outstandingOn) return err({ code: "STARTED_AFTER_OUTSTANDING", field: "startedOn" });
  return checkRates(loan);
}

/** The rate that the loan was granted at is at least the published one; what is agreed later only has to be a rate. */
function checkRates(loan: Loan): Result<Loan, LoanProblem> {
  const { rates, startedOn, home, termMonths } = loan;
  const [first] = rates;
  if (first?.effectiveFrom !== startedOn) return err({ code: "RATES_OUT_OF_ORDER", field: "rates" });
  for (const [i, { rate, effectiveFrom }] of rates.entries()) {
    if (rate.units < 0n || rate.units >= 10n ** BigInt(rate.places)) {
      return err({ code: "RATE_OUT_OF_RANGE", field: "rates" });
    }
    const before = rates[i - 1];
    if (before && before.effectiveFrom >= effectiveFrom) {
      return err({ code: "RATES_OUT_OF_ORDER", field: "rates" });
    }
  }
  const published = publishedLoanRate(home, termMonths, startedOn);
  return published && compareDecimals(first.rate, published) < 0
    ? err({ code: "RATE_BELOW_PUBLISHED", field: "rates" })
    : ok(loan);
}

/** The rate in force on a day, or the first one before the loan began. */
export function rateOn({ rates }: Pick<Loan, "rates">, day: CivilDate): RateRow {
  const row = rowOn(rates, day) ?? rates[0];
  if (!row) throw new Error("a loan has at least one rate");
  return row;
}
