import {
  addMonths,
  type CivilDate,
  date,
  firstOf,
  type Month,
  monthOf,
  ordinalOf,
} from "../../../kernel/civil-date.ts";
import { type Decimal, scaleOf } from "../../../kernel/decimal.ts";
import type { Account } from "../account.ts";
import { type Contribution, totalOf } from "../contribution.ts";

/** A statement that is older says too little of today. The platform's own measure, as the next: the Regulations have none. */
const STATEMENT_MONTHS_MAX = 2;
/**
 * A month's contribution is due within five days of the employer's pay day (Regulations, art. 19), which may lie in the next
 * month: until this day of it, one that is missing in a statement has not arrived.
 */
const ARRIVES_BY_DAY = 10;
/** The months that a rule may ask for at most (建金〔2015〕19号): a month before them that cannot be told keeps nobody waiting. */
const MONTHS_ASKED = 3;

type Terms = Pick<Account, "balanceOn" | "contributionBase" | "employerRate" | "employeeRate">;

/**
 * Unbroken months of full contributions (连续足额缴存), the last of them the newest that the fund centre has stated, and before
 * `today`'s. One that has not arrived yet is not unpaid; 0 where a month was missed for certain, as one that a later month was
 * paid after. Undefined where the statement is too old, or cannot tell whether a month was missed, is late, or was full: then a
 * person looks.
 */
export function unbrokenMonths(
  contributions: readonly Contribution[],
  account: Terms,
  today: CivilDate,
): number | undefined {
  const { balanceOn } = account;
  if (addMonths(balanceOn, STATEMENT_MONTHS_MAX) < today) return undefined;
  const paid = paidByMonth(contributions);
  const months = [...paid.keys()].toSorted();
  const newest = months.findLast((month) => month < monthOf(today));
  if (newest === undefined) return 0;
  const isPaidLater = months.some((month) => month > newest);
  if (isPaidLater && ordinalOf(monthOf(today)) - ordinalOf(newest) > 1) return 0;
  const missing = ordinalOf(monthOf(balanceOn)) - ordinalOf(newest) - 1;
  if (missing > 1) return 0;
  if (missing === 1 && Number(balanceOn.slice(8)) > ARRIVES_BY_DAY) return undefined;
  return runFrom(newest, paid, account);
}

type Paid = ReadonlyMap<Month, bigint>;

function paidByMonth(contributions: readonly Contribution[]): Paid {
  const paid = new Map<Month, bigint>();
  for (const one of contributions)
    if (totalOf(one) > 0n) paid.set(one.month, (paid.get(one.month) ?? 0n) + totalOf(one));
  return paid;
}

function runFrom(newest: Month, paid: Paid, account: Terms): number | undefined {
  const first = firstOf(newest);
  for (let months = 0; ; months += 1) {
    const month = monthOf(addMonths(first, -months));
    const amount = paid.get(month);
    const isMonthFull = amount !== undefined && isFull(amount, month, account);
    if (isMonthFull === undefined) return months >= MONTHS_ASKED ? months : undefined;
    if (!isMonthFull) return months;
  }
}

/**
 * Whether a month was paid for in full: base × rates (Regulations, art. 16 and 17), each side in whole yuan or more exactly. The
 * base is set anew each July, and an account states that of its statement alone: less for a month before that July may have
 * been all that was due. Undefined there, and where an account states no base or rates.
 */
function isFull(paid: bigint, month: Month, account: Terms): boolean | undefined {
  const { contributionBase, employerRate, employeeRate, balanceOn } = account;
  const due = shareOf(contributionBase, employerRate) + shareOf(contributionBase, employeeRate);
  if (due === 0n) return undefined;
  if (paid >= due) return true;
  return month < baseSince(balanceOn) ? undefined : false;
}

const shareOf = (base: bigint, { units, ...rate }: Decimal): bigint => {
  const share = (base * units) / scaleOf({ units, ...rate });
  return share - (share % 100n);
};

/** The first month of the base that an account states on a day. */
function baseSince(day: CivilDate): Month {
  const year = Number(day.slice(0, 4));
  const july = date(`${year}-07-01`);
  return monthOf(day < july ? date(`${year - 1}-07-01`) : july);
}
