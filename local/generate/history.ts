import type { AccountStatus } from "../../services/government/housing-fund/account.ts";
import { DEPOSIT_RATES } from "../../services/government/housing-fund/rates.ts";
import { type Decimal, scaleOf } from "../../services/kernel/decimal.ts";
import { divideRounded, type Fen, fen } from "../../services/kernel/money.ts";
import { type Day, dateOf, dayOf, firstDayOf, type MonthNumber, monthNumberOf } from "./days.ts";
import type { Employer } from "./people.ts";
import type { Random } from "./random.ts";

export type Paid = { readonly month: MonthNumber; readonly paidOn: Day; readonly share: Fen };
export type Settlement = { readonly on: Day; readonly amount: Fen };

/** The events on an account from its opening until the day of the file. */
export type History = {
  readonly status: AccountStatus;
  readonly openedOn: Day;
  readonly base: Fen;
  /** Employer and employee each pay the share. */
  readonly paid: readonly Paid[];
  readonly settled: readonly Settlement[];
  readonly balance: Fen;
};

const MONTHS_MAX = 49;
const STOPPED_MONTHS_MAX = 12;
const DAY_BASIS = 360n;
/** Months are counted from January as 0; the interest year and the year of a contribution base begin in July. */
const JULY = 6;

export function historyOf(employer: Employer, until: Day, random: Random): History {
  const [lot, months, wage] = [random.int(1, 100), random.int(1, MONTHS_MAX), random.int(40, 350)];
  const status: AccountStatus = lot <= 3 ? "CLOSED" : lot <= 11 ? "SEALED" : "ACTIVE";
  const thisMonth = monthNumberOf(dateOf(until));
  const due = firstDayOf(thisMonth) + employer.payday - 1 <= until ? thisMonth : thisMonth - 1;
  const last = status === "ACTIVE" ? due : due - random.int(1, STOPPED_MONTHS_MAX);
  const first = last - months + 1;
  const end = firstDayOf(last) + employer.payday - 1;
  const closedOn = status === "CLOSED" ? end + random.int(5, 25) : undefined;
  const paid = Array.from({ length: months }, (_, i): Paid => {
    const month = first + i;
    const onTime = firstDayOf(month) + employer.payday - 1;
    const late = random.chance(2) ? onTime + random.int(20, 40) : onTime;
    const share = shareOf(baseOf(wage, month, last), employer.rate);
    return { month, paidOn: Math.min(late, closedOn ?? until), share };
  });
  const settled = settlementsOf(paid, closedOn ?? until, closedOn !== undefined);
  return {
    status,
    openedOn: firstDayOf(first) + random.int(0, employer.payday - 1),
    base: baseOf(wage, last, last),
    paid,
    settled,
    balance:
      status === "CLOSED" ? fen(0n) : sumOf([...paid.map(({ share }) => 2n * share), ...amountsOf(settled)]),
  };
}

/** Adjusted every July to the wage of the year before, which was 4 % lower; in whole hundreds of yuan. */
function baseOf(hundreds: number, month: MonthNumber, last: MonthNumber): Fen {
  const years = Math.floor((last - JULY) / 12) - Math.floor((month - JULY) / 12);
  return fen(BigInt(Math.round((hundreds * (100 - 4 * years)) / 100)) * 100_00n);
}

const shareOf = (base: Fen, rate: Decimal): Fen => fen(divideRounded(base * rate.units, scaleOf(rate)));

const sumOf = (amounts: readonly bigint[]): Fen => fen(amounts.reduce((sum, amount) => sum + amount, 0n));
const amountsOf = (settled: readonly Settlement[]): readonly bigint[] => settled.map(({ amount }) => amount);

/** On each 30 June, which still earns; and on the day of closing, which does not. */
function settlementsOf(paid: readonly Paid[], end: Day, isClosed: boolean): readonly Settlement[] {
  const settled: Settlement[] = [];
  const begin = Math.min(...paid.map(({ paidOn }) => paidOn));
  let year = Math.floor((monthNumberOf(dateOf(begin)) - JULY) / 12);
  for (let from = begin; from <= end; ) {
    const next = firstDayOf((year + 1) * 12 + JULY);
    const isLast = next - 1 > end || (isClosed && next > end);
    if (isLast && !isClosed) break;
    const to = isLast ? end : next;
    const amount = interestOf(paid, settled, from, to);
    if (amount > 0n) settled.push({ on: isLast ? end : next - 1, amount });
    if (isLast) break;
    from = next;
    year += 1;
  }
  return settled;
}

/** Σ(balance × days) × rate ÷ 360 from `from` to `to` (excluded): what the housing fund projects for an interest year. */
function interestOf(paid: readonly Paid[], settled: readonly Settlement[], from: Day, to: Day): Fen {
  const credited = [
    ...paid.map(({ paidOn, share }) => ({ earnsFrom: paidOn, amount: 2n * share })),
    ...settled.map(({ on, amount }) => ({ earnsFrom: on + 1, amount })),
  ];
  const scale = DEPOSIT_RATES.reduce((most, { rate }) => (scaleOf(rate) > most ? scaleOf(rate) : most), 1n);
  let weighted = 0n;
  for (const [i, { effectiveFrom, rate }] of DEPOSIT_RATES.entries()) {
    const following = DEPOSIT_RATES[i + 1];
    const begin = Math.max(from, dayOf(effectiveFrom));
    const end = following ? Math.min(to, dayOf(following.effectiveFrom)) : to;
    for (const { earnsFrom, amount } of credited) {
      const days = Math.max(0, end - Math.max(begin, earnsFrom));
      weighted += amount * BigInt(days) * rate.units * (scale / scaleOf(rate));
    }
  }
  return fen(divideRounded(weighted, scale * DAY_BASIS));
}
