import { isCitizenIdNumber } from "../../../field/citizen-id-number.ts";
import type { RegionCode } from "../../../field/region.ts";
import { addMonths, type CivilDate, date, type Month, monthOf } from "../../../kernel/civil-date.ts";
import { addMoney, type Fen, fen, parseMoney, ZERO } from "../../../kernel/money.ts";
import type { FactGroup } from "../../catalogue/index.ts";
import type { Account } from "../account.ts";
import { type Contribution, totalOf } from "../contribution.ts";
import { type Household, isHouseholdAsStated } from "../household/spouse.ts";
import { instalmentPlan } from "../instalment-plan.ts";
import { lastSettlement } from "../interest.ts";
import type { Loan } from "../loan.ts";
import { hasReachedAge } from "../retirement-age.ts";
import {
  drawnIn,
  drawnOf,
  latestFor,
  standingOf,
  type WithdrawalBook,
  type WithdrawalReason,
} from "../withdrawal.ts";

/** The most that may be drawn for rent in a month. */
export type RentCap = {
  readonly region: RegionCode;
  readonly effectiveFrom: CivilDate;
  readonly perPerson: Fen;
  readonly perHousehold: Fen;
};

/**
 * By the city of the account, the newest row first. Beijing: for rent without a registered contract 1,500.00 a month
 * for each person, and 2,000.00 from 2022 on (notices of the Beijing fund centre; the second row's day is not verified).
 * A household is a person, or the two of a married couple.
 */
const RENT_CAPS: readonly RentCap[] = [cap("2022-09-01", 2_000_00n), cap("2018-01-01", 1_500_00n)];

function cap(effectiveFrom: string, perPerson: bigint): RentCap {
  const region = "110000" as RegionCode;
  return {
    region,
    effectiveFrom: date(effectiveFrom),
    perPerson: fen(perPerson),
    perHousehold: fen(perPerson * 2n),
  };
}

const rentCapOn = (region: RegionCode, on: CivilDate): RentCap | undefined =>
  RENT_CAPS.find((row) => row.region.slice(0, 2) === region.slice(0, 2) && row.effectiveFrom <= on);

/** The facts that the fund's records tell a rule; amounts are in fen. */
export const FUND_FACTS = {
  name: "housingFund",
  facts: [
    "status",
    "balanceFen",
    "unbrokenMonths",
    "isHouseholdAsStated",
    "hasLoan",
    "drawableFen",
    "isRentLeftForHousehold",
    "isOfRetirementAge",
    "payoutCaution",
  ],
} as const satisfies FactGroup;

/** The facts as far as they can be told. */
export type FundFacts = Readonly<Partial<Record<(typeof FUND_FACTS)["facts"][number], unknown>>>;

/**
 * The records that a withdrawal is decided on. A spouse's book is there only where the spouse has confirmed the applicant:
 * a number that somebody types makes nothing of anybody else's be read.
 */
export type FundRecords = {
  readonly account: Account;
  readonly contributions: readonly Contribution[];
  readonly loans: readonly Loan[];
  readonly book: WithdrawalBook;
  readonly household: Household;
  readonly spouseBook: WithdrawalBook | undefined;
};

/** Months up to the one before `today`'s, counted back from it, for each of which something was paid in. */
export function unbrokenMonths(contributions: readonly Contribution[], today: CivilDate): number {
  const paid = new Set<Month>(contributions.filter((one) => totalOf(one) > 0n).map(({ month }) => month));
  const first = date(`${monthOf(today)}-01`);
  let months = 0;
  while (paid.has(monthOf(addMonths(first, -months - 1)))) months += 1;
  return months;
}

const least = (...amounts: readonly Fen[]): Fen => amounts.reduce((a, b) => (b < a ? b : a));
const remainderOf = (most: Fen, drawn: Fen): Fen => (drawn < most ? fen(most - drawn) : ZERO);

/** The sum that fell due of the loans in the last twelve months: so much of their repayment may be drawn in a year. */
function dueInYear(loans: readonly Loan[], today: CivilDate): Fen {
  const from = addMonths(today, -12);
  const due = loans
    .flatMap((loan) => instalmentPlan(loan))
    .filter(({ dueOn }) => dueOn > from && dueOn <= today);
  return addMoney(...due.map(({ amount }) => amount));
}

/**
 * The sum that the applicant states to have repaid of a bank's loan: a person compares it with the papers before it
 * counts.
 */
function statedRepayment(form: Readonly<Record<string, unknown>>): Fen {
  const stated = parseMoney(String(form["repaidInYear"] ?? ""));
  return stated.ok ? stated.value : ZERO;
}

/**
 * The most that can be drawn for a reason now: for rent what is paid, within what the caps of person and household have
 * left this month; for a loan of the fund's a year's
 * instalments, for a bank's what is stated, once in twelve months; on retirement all. Undefined where the
 * records cannot tell, as on retirement before a statement has come that holds the interest of the last settlement.
 */
export function drawable(
  reason: WithdrawalReason,
  { account, loans, book, spouseBook }: FundRecords,
  form: Readonly<Record<string, unknown>>,
  today: CivilDate,
): Fen | undefined {
  const { balance } = standingOf(account, drawnOf(book));
  if (reason === "RETIREMENT") return account.balanceOn < lastSettlement(today) ? undefined : balance;
  if (reason === "LOAN_REPAYMENT") {
    const last = latestFor(book, reason);
    if (last && today < addMonths(last.on, 12)) return ZERO;
    return least(balance, loans.length > 0 ? dueInYear(loans, today) : statedRepayment(form));
  }
  const left = leftForRent({ account, book, spouseBook }, today);
  const rent = parseMoney(String(form["monthlyRent"] ?? ""));
  if (left === undefined || !rent.ok) return undefined;
  return least(left, remainderOf(rent.value, drawnForRent({ book, spouseBook }, today)));
}

/** The sum that a household has drawn for this month's rent. */
const drawnForRent = (
  { book, spouseBook }: Pick<FundRecords, "book" | "spouseBook">,
  today: CivilDate,
): Fen => {
  const books = spouseBook ? [book, spouseBook] : [book];
  return addMoney(...books.map((one) => drawnIn(one, "RENT", monthOf(today))));
};

/** The amount that balance and caps leave for this month's rent, however high it is; undefined where no cap is known. */
export function leftForRent(
  { account, book, spouseBook }: Pick<FundRecords, "account" | "book" | "spouseBook">,
  today: CivilDate,
): Fen | undefined {
  const { balance, region } = standingOf(account, drawnOf(book));
  const row = rentCapOn(region, today);
  if (!row) return undefined;
  return least(
    balance,
    remainderOf(row.perPerson, drawnIn(book, "RENT", monthOf(today))),
    remainderOf(row.perHousehold, drawnForRent({ book, spouseBook }, today)),
  );
}

/**
 * Whether of a household's rent of this month anything is left to draw; undefined where nobody can tell, as of a spouse who
 * has not confirmed it.
 */
function isRentLeft(
  { book, household, spouseBook }: FundRecords,
  form: Readonly<Record<string, unknown>>,
  today: CivilDate,
): boolean | undefined {
  const rent = parseMoney(String(form["monthlyRent"] ?? ""));
  const isUnknown = household.stated !== undefined && !spouseBook;
  return isUnknown || !rent.ok ? undefined : drawnForRent({ book, spouseBook }, today) < rent.value;
}

/** The facts as a rule reads them: amounts in fen. A fact that cannot be told is left out, and a person decides. */
export function factsFor(
  reason: WithdrawalReason,
  records: FundRecords,
  form: Readonly<Record<string, unknown>>,
  today: CivilDate,
): FundFacts {
  const { account, book, household } = records;
  const standing = standingOf(account, drawnOf(book));
  // By the applicant's own records alone, for a trace shows it: what a spouse has drawn is told by no amount.
  const most = drawable(reason, { ...records, spouseBook: undefined }, form, today);
  const isAsStated = isHouseholdAsStated(household, book, today);
  const isLeft = reason === "RENT" ? isRentLeft(records, form, today) : undefined;
  const idNumber = String(form["idNumber"] ?? "");
  const isRetired = isCitizenIdNumber(idNumber) ? hasReachedAge(idNumber, today) : undefined;
  return {
    status: standing.status,
    balanceFen: Number(standing.balance),
    unbrokenMonths: unbrokenMonths(records.contributions, today),
    hasLoan: records.loans.some(({ outstanding }) => outstanding > 0n),
    ...(isAsStated === undefined ? {} : { isHouseholdAsStated: isAsStated }),
    ...(most === undefined ? {} : { drawableFen: Number(most) }),
    ...(isLeft === undefined ? {} : { isRentLeftForHousehold: isLeft }),
    ...(isRetired === undefined ? {} : { isOfRetirementAge: isRetired }),
  };
}
