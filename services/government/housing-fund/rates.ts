import { type CivilDate, date } from "../../kernel/civil-date.ts";
import { type Decimal, decimal } from "../../kernel/decimal.ts";

/** A yearly rate from a day on, until the next row's day. */
export type RateRow = { readonly effectiveFrom: CivilDate; readonly rate: Decimal };

/**
 * The interest of deposits a year. One rate for old and new deposits alike, that of a one-year fixed deposit, since
 * 2016-02-21 (PBC, MOHURD and MOF notice, Yinfa [2016] No. 43).
 */
export const DEPOSIT_RATES: readonly RateRow[] = [
  { effectiveFrom: date("2016-02-21"), rate: decimal("0.015") },
];

export type HomeRank = "FIRST" | "SECOND";

export type LoanRateRow = {
  readonly effectiveFrom: CivilDate;
  /** For terms up to, and above, `SHORT_TERM_MONTHS`. */
  readonly rates: Readonly<Record<HomeRank, { readonly short: Decimal; readonly long: Decimal }>>;
};

const SHORT_TERM_MONTHS = 60;

/**
 * Published rates of housing-fund loans: for a first home as they stand, for a second home at least these. PBC
 * announcements of 2024-05-17 and 2025-05-07.
 */
export const LOAN_RATES: readonly LoanRateRow[] = [
  {
    effectiveFrom: date("2024-05-18"),
    rates: {
      FIRST: { short: decimal("0.0235"), long: decimal("0.0285") },
      SECOND: { short: decimal("0.02775"), long: decimal("0.03325") },
    },
  },
  {
    effectiveFrom: date("2025-05-08"),
    rates: {
      FIRST: { short: decimal("0.021"), long: decimal("0.026") },
      SECOND: { short: decimal("0.02525"), long: decimal("0.03075") },
    },
  },
];

/** The row in force on a day; undefined before the first. Rows are in the order of their days. */
export const rowOn = <R extends { readonly effectiveFrom: CivilDate }>(
  rows: readonly R[],
  day: CivilDate,
): R | undefined => rows.findLast(({ effectiveFrom }) => effectiveFrom <= day);

/** The published rate of a loan granted on a day; undefined for days before the first row. */
export function publishedLoanRate(home: HomeRank, termMonths: number, on: CivilDate): Decimal | undefined {
  const rates = rowOn(LOAN_RATES, on)?.rates[home];
  return termMonths <= SHORT_TERM_MONTHS ? rates?.short : rates?.long;
}
