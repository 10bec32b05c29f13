import { addDays, type CivilDate, date } from "../../kernel/civil-date.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { type Fen, ZERO } from "../../kernel/money.ts";
import { isBelow, type Stated } from "../../kernel/stated.ts";
import type { Account } from "./account.ts";
import { type Contribution, totalOf } from "./contribution.ts";
import {
  type DayBasis,
  formulaOf,
  type InterestPeriod,
  interestOn,
  type Movement,
  periodsOf,
} from "./interest-periods.ts";
import { DEPOSIT_RATES } from "./rates.ts";
import type { Drawn } from "./withdrawal.ts";

/** Interest that the fund centre credited to principal: on 30 June, or when the account was closed. */
export type SettledInterest = {
  readonly citizenId: CitizenId;
  readonly on: CivilDate;
  readonly amount: Fen;
};

export type SettledInterestProblem = {
  readonly code: "NEGATIVE_AMOUNT" | "DATE_IN_FUTURE";
  readonly field: keyof SettledInterest;
};

/** All that speaks against settled interest; what is not stated is not judged. */
export function checkSettledInterest(
  { amount, on }: Stated<SettledInterest>,
  today: CivilDate,
): readonly SettledInterestProblem[] {
  const problems: SettledInterestProblem[] = [];
  if (isBelow(today, on)) problems.push({ code: "DATE_IN_FUTURE", field: "on" });
  if (isBelow(amount, ZERO)) problems.push({ code: "NEGATIVE_AMOUNT", field: "amount" });
  return problems;
}

export type Projection = {
  /** A 30 June; the day itself still earns. */
  readonly settlesOn: CivilDate;
  readonly amount: Fen;
  readonly formula: string;
  readonly dayBasis: DayBasis;
  readonly periods: readonly InterestPeriod[];
};

/** Interest is settled on 30 June and credited to principal (Regulations on the Housing Provident Fund, Art. 21). */
export function nextSettlement(today: CivilDate): CivilDate {
  const year = Number(today.slice(0, 4));
  const thisYear = date(`${year}-06-30`);
  return today <= thisYear ? thisYear : date(`${year + 1}-06-30`);
}

/** The settlement before `today`; on its own day it is still to come. */
export function lastSettlement(today: CivilDate): CivilDate {
  return date(`${Number(nextSettlement(today).slice(0, 4)) - 1}-06-30`);
}

/**
 * The earnings of a closed account since the last settlement, up to the day before `on`: settled and paid out with its
 * balance (Regulations, Art. 21, 24). Rounded once; what this platform has paid out in the year counts for its days.
 */
export function accruedInterest(
  account: Account,
  { contributions, settled, drawn }: Movements,
  dayBasis: DayBasis,
  on: CivilDate,
): Fen {
  const from = beginOf(addDays(lastSettlement(on), 1), account, drawn);
  const movements = movementsOf(contributions, settled, drawn);
  return interestOn(periodsOf(account, movements, { from, to: on }, DEPOSIT_RATES), dayBasis);
}

/** The movements of a balance: paid in, credited as interest, and drawn out. */
export type Movements = {
  readonly contributions: readonly Contribution[];
  readonly settled: readonly SettledInterest[];
  readonly drawn: readonly Drawn[];
};

/**
 * From when on interest is still to be settled: a withdrawal that closed the account has paid out what was earned
 * before.
 */
const beginOf = (yearFrom: CivilDate, { openedOn }: Account, drawn: readonly Drawn[]): CivilDate =>
  [openedOn, ...drawn.filter(({ closes }) => closes).map(({ on }) => on)].reduce(latest, yearFrom);

/**
 * The interest that the settlement on or after `today` credits if nothing more is paid in or out: Σ(balance × days) ×
 * rate ÷ day basis over the interest year from 1 July, rounded once. Earlier balances of the year are told from the
 * stated balance and the contributions' days; what was drawn elsewhere than by this platform stands in no file and is
 * not seen. 100,000.00 untouched from 1 July 2024 to 30 June 2025 earns 1,520.83 on the basis of 360. Undefined for a
 * closed account, which earns nothing.
 */
export function projectInterest(
  account: Account,
  contributions: readonly Contribution[],
  settled: readonly SettledInterest[],
  dayBasis: DayBasis,
  today: CivilDate,
  drawn: readonly Drawn[] = [],
): Projection | undefined {
  if (account.status === "CLOSED") return undefined;
  const settlesOn = nextSettlement(today);
  const to = addDays(settlesOn, 1);
  const from = beginOf(date(`${Number(to.slice(0, 4)) - 1}-07-01`), account, drawn);
  const movements = movementsOf(contributions, settled, drawn);
  const periods = periodsOf(account, movements, { from, to }, DEPOSIT_RATES);
  const amount = interestOn(periods, dayBasis);
  return { settlesOn, amount, formula: formulaOf(periods, dayBasis, amount), dayBasis, periods };
}

function movementsOf(
  contributions: readonly Contribution[],
  settled: readonly SettledInterest[],
  drawn: readonly Drawn[],
): readonly Movement[] {
  return [
    ...contributions.map((contribution) => {
      const { paidOn } = contribution;
      return { creditedOn: paidOn, earnsFrom: paidOn, amount: totalOf(contribution) };
    }),
    // Credited when its day ends, so it earns from the next.
    ...settled.map(({ on, amount }) => ({ creditedOn: on, earnsFrom: addDays(on, 1), amount })),
    // A statement of the same day does not count it yet (withdrawal.ts).
    ...drawn.map(({ on, amount }) => ({ creditedOn: addDays(on, 1), earnsFrom: on, amount: -amount })),
  ];
}

const latest = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
