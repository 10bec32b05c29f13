import { isIdentityNumber } from "../../../field/identity-document.ts";
import {
  addMonths,
  type CivilDate,
  date,
  type Month,
  monthOf,
  ordinalOf,
} from "../../../kernel/civil-date.ts";
import type { Fen } from "../../../kernel/money.ts";
import type { FactGroup } from "../../catalogue/index.ts";
import type { Account } from "../account.ts";
import { type Contribution, totalOf } from "../contribution.ts";
import { isHouseholdAsStated } from "../household/spouse.ts";
import { lastSettlement } from "../interest.ts";
import { hasReachedAge } from "../retirement-age.ts";
import { drawnOf, standingOf, type WithdrawalReason } from "../withdrawal.ts";
import type { FundRecords } from "./fund-records.ts";
import { drawableForRent, isRentLeft } from "./rent.ts";
import { drawableAsOrdered, drawableForRepayment, type Ordered } from "./repayment.ts";
import { leaseIn } from "./terms.ts";

/** The facts that the fund's records tell a rule; amounts are in fen. */
export const FUND_FACTS = {
  name: "housingFund",
  facts: {
    status: { zh: "账户状态", en: "Status of the account" },
    balanceFen: { zh: "账户余额（元）", en: "Balance (yuan)" },
    unbrokenMonths: { zh: "连续缴存月数", en: "Unbroken months of contributions" },
    isHouseholdAsStated: { zh: "家庭情况与填写的一致", en: "The household is as stated" },
    hasLoan: { zh: "有未结清的公积金贷款", en: "A loan of the fund is outstanding" },
    drawableFen: { zh: "现可提取（元）", en: "Can be drawn now (yuan)" },
    isRentLeftForHousehold: {
      zh: "家庭本月租金尚有可提",
      en: "Some of the household's rent of this month is left",
    },
    leaseKind: { zh: "租赁类型", en: "Kind of lease" },
    isOfRetirementAge: { zh: "已到退休年龄", en: "The retirement age is reached" },
    payoutCaution: { zh: "收款账户的提示", en: "Caution about the account to be paid to" },
  },
} as const satisfies FactGroup;

/** The facts as far as they can be told. */
export type FundFacts = Readonly<Partial<Record<keyof (typeof FUND_FACTS)["facts"], unknown>>>;

/** A statement that is older says too little of today. The platform's own measure, as the next: the Regulations have none. */
const STATEMENT_MONTHS_MAX = 2;
/**
 * A month's contribution is due within five days of the employer's pay day (Regulations, art. 19), which may lie in the next
 * month: until this day of it, one that is missing in a statement has not arrived.
 */
const ARRIVES_BY_DAY = 10;

/**
 * Unbroken months of contributions, the last of them the newest that the fund centre has stated, and before `today`'s. One
 * that has not arrived yet is not unpaid; 0 where a month was missed for certain. Undefined where the statement is too old, or
 * cannot tell whether the last month was missed or is late: then a person looks.
 */
export function unbrokenMonths(
  contributions: readonly Contribution[],
  { balanceOn }: Pick<Account, "balanceOn">,
  today: CivilDate,
): number | undefined {
  if (addMonths(balanceOn, STATEMENT_MONTHS_MAX) < today) return undefined;
  const paid = new Set<Month>(
    contributions.filter((one) => totalOf(one) > 0n && one.month < monthOf(today)).map(({ month }) => month),
  );
  const newest = [...paid].reduce<Month | undefined>((a, b) => (a !== undefined && a > b ? a : b), undefined);
  if (newest === undefined) return 0;
  const missing = ordinalOf(monthOf(balanceOn)) - ordinalOf(newest) - 1;
  if (missing > 1) return 0;
  if (missing === 1 && Number(balanceOn.slice(8)) > ARRIVES_BY_DAY) return undefined;
  const first = date(`${newest}-01`);
  let months = 0;
  while (paid.has(monthOf(addMonths(first, -months)))) months += 1;
  return months;
}

/**
 * The most that can be drawn for a reason now: for rent what is paid, within what the cap of the person has left of this
 * month; for a loan of the fund's a year's instalments, for a bank's what is stated, once in twelve months; on retirement
 * all. With `ordered`, the most of what a standing order draws. Undefined where the records cannot tell, as on retirement
 * before a statement has come that holds the interest of the last settlement.
 */
export function drawable(
  reason: WithdrawalReason,
  records: FundRecords,
  form: Readonly<Record<string, unknown>>,
  today: CivilDate,
  ordered?: Ordered,
): Fen | undefined {
  switch (reason) {
    case "RETIREMENT": {
      const { balance } = standingOf(records.account, drawnOf(records.book));
      return records.account.balanceOn < lastSettlement(today) ? undefined : balance;
    }
    case "LOAN_REPAYMENT":
      return ordered
        ? drawableAsOrdered(records, form, today, ordered)
        : drawableForRepayment(records, form, today);
    case "RENT":
      return drawableForRent(records, form, today, ordered?.period);
  }
}

/** The lease of which a withdrawal for rent is. */
export function leaseFact(
  reason: WithdrawalReason,
  form: Readonly<Record<string, unknown>>,
): Pick<FundFacts, "leaseKind"> {
  const leaseKind = reason === "RENT" ? leaseIn(form) : undefined;
  return leaseKind === undefined ? {} : { leaseKind };
}

/** The facts as a rule reads them: amounts in fen. A fact that cannot be told is left out, and a person decides. */
export function factsFor(
  reason: WithdrawalReason,
  records: FundRecords,
  form: Readonly<Record<string, unknown>>,
  today: CivilDate,
  ordered?: Ordered,
): FundFacts {
  const { account, book, household } = records;
  const standing = standingOf(account, drawnOf(book));
  // By the applicant's own records alone, for a trace shows it: what a spouse has drawn is told by no amount.
  const most = drawable(reason, { ...records, spouseBook: undefined }, form, today, ordered);
  const isAsStated = isHouseholdAsStated(household, book, today);
  const unbroken = unbrokenMonths(records.contributions, account, today);
  const isLeft = reason === "RENT" ? isRentLeft(records, form, today, ordered?.period) : undefined;
  const idNumber = String(form["idNumber"] ?? "");
  const isRetired = isIdentityNumber(idNumber, today) ? hasReachedAge(idNumber, today) : undefined;
  return {
    status: standing.status,
    balanceFen: Number(standing.balance),
    ...(unbroken === undefined ? {} : { unbrokenMonths: unbroken }),
    hasLoan: records.loans.some(({ outstanding }) => outstanding > 0n),
    ...(isAsStated === undefined ? {} : { isHouseholdAsStated: isAsStated }),
    ...(most === undefined ? {} : { drawableFen: Number(most) }),
    ...leaseFact(reason, form),
    ...(isLeft === undefined ? {} : { isRentLeftForHousehold: isLeft }),
    ...(isRetired === undefined ? {} : { isOfRetirementAge: isRetired }),
  };
}
