import { outstandingOn } from "../../services/government/housing-fund/instalment-plan.ts";
import { HOME_RANKS, type Loan, REPAYMENT_METHODS } from "../../services/government/housing-fund/loan.ts";
import { LOAN_RATES, publishedLoanRate, type RateRow } from "../../services/government/housing-fund/rates.ts";
import { type CivilDate, date } from "../../services/kernel/civil-date.ts";
import { fen } from "../../services/kernel/money.ts";
import { type Day, dateOf, dayOf } from "./days.ts";
import type { Random } from "./random.ts";

const TERMS = [36, 60, 120, 180, 240, 300, 360] as const;
/** A borrower has paid in for half a year without a break. */
const PAID_DAYS_MIN = 180;

export type StatedLoan = Omit<Loan, "citizenId">;

/** A loan at the published rates, begun after the account was half a year old; undefined where it is younger. */
export function loanOf(index: number, openedOn: Day, until: Day, random: Random): StatedLoan | undefined {
  const earliest = Math.max(openedOn + PAID_DAYS_MIN, dayOf(LOAN_RATES[0]?.effectiveFrom ?? dateOf(until)));
  if (earliest > until) return undefined;
  const startedOn = dateOf(random.int(earliest, until));
  const home = random.chance(80) ? HOME_RANKS[0] : HOME_RANKS[1];
  const termMonths = random.pick(TERMS);
  const principal = fen(BigInt(random.int(20, 120)) * 10_000_00n);
  const loan = {
    loanNumber: `GJJ-${startedOn.slice(0, 4)}-${String(index).padStart(8, "0")}`,
    principal,
    rates: ratesOf(home, termMonths, startedOn, dateOf(until)),
    termMonths,
    home,
    method: random.chance(80) ? REPAYMENT_METHODS[0] : REPAYMENT_METHODS[1],
    startedOn,
    outstanding: principal,
    outstandingOn: dateOf(until),
  };
  return { ...loan, outstanding: outstandingOn(loan, loan.outstandingOn) };
}

/** The rate of the grant, and from each 1 January after a cut the new one. */
function ratesOf(
  home: Loan["home"],
  termMonths: number,
  startedOn: CivilDate,
  until: CivilDate,
): readonly RateRow[] {
  const cuts = LOAN_RATES.map(({ effectiveFrom }) => effectiveFrom).filter((day) => day > startedOn);
  const adjusted = cuts
    .map((day) => date(`${Number(day.slice(0, 4)) + 1}-01-01`))
    .filter((day) => day <= until);
  return [startedOn, ...new Set(adjusted)].map((effectiveFrom) => {
    const rate = publishedLoanRate(home, termMonths, effectiveFrom);
    if (!rate) throw new Error(`no rate was published for ${effectiveFrom}`);
    return { effectiveFrom, rate };
  });
}
