import { isIdentityNumber } from "../../../field/identity-document.ts";
import { addDays, type CivilDate, monthOf } from "../../../kernel/civil-date.ts";
import type { Fen } from "../../../kernel/money.ts";
import type { FactGroup } from "../../catalogue/index.ts";
import { type Contribution, totalOf } from "../contribution.ts";
import { isHouseholdAsStated } from "../household/spouse.ts";
import { lastSettlement } from "../interest.ts";
import { hasReachedAge } from "../retirement-age.ts";
import { drawnOf, type Period, standingOf, type WithdrawalReason } from "../withdrawal.ts";
import { dayIn, type FundForm, type FundRecords } from "./fund-records.ts";
import { drawableForRent, isLeaseInForce, isRentLeft } from "./rent.ts";
import {
  drawableAsOrdered,
  drawableForRepayment,
  type Ordered,
  openLoans,
  type Repayment,
} from "./repayment.ts";
import { leaseIn } from "./terms.ts";
import { unbrokenMonths } from "./unbroken-months.ts";

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
    isLeaseInForce: { zh: "租期在今天有效", en: "The lease is in force" },
    isRepaidOnRecord: {
      zh: "已还款额均有公积金中心记录",
      en: "The fund's records tell all that was repaid",
    },
    isRetiredAsStated: {
      zh: "离退休日期与年龄、缴存记录相符",
      en: "The day of retirement agrees with age and contributions",
    },
    isOfRetirementAge: { zh: "已到退休年龄", en: "The retirement age is reached" },
    payoutCaution: { zh: "收款账户的提示", en: "Caution about the account to be paid to" },
  },
} as const satisfies FactGroup;

/** The facts as far as they can be told. */
export type FundFacts = Readonly<Partial<Record<keyof (typeof FUND_FACTS)["facts"], unknown>>>;

/**
 * The most that can be drawn for a reason now: for rent what is paid, within what the cap of the person has left of this
 * month; for home loans what was repaid in a year, by the fund's records and beside them as stated, once in twelve months; on
 * retirement all. With `ordered`, the most of what a standing order draws. Undefined where the records cannot tell, as on retirement
 * before a statement has come that holds the interest of the last settlement.
 */
export function drawable(
  reason: WithdrawalReason,
  records: FundRecords,
  form: FundForm,
  today: CivilDate,
  ordered?: Ordered,
): Fen | undefined {
  switch (reason) {
    case "RETIREMENT": {
      const { balance } = standingOf(records.account, drawnOf(records.book));
      return holdsSettlement(records, today) ? balance : undefined;
    }
    case "LOAN_REPAYMENT":
      return repaymentOf(records, form, today, ordered).most;
    case "RENT":
      return drawableForRent(records, form, today, ordered?.period);
  }
}

/**
 * Whether the stated balance holds the interest of the last settlement: it is credited when 30 June ends, so that a statement of
 * that very day holds it only where the fund centre has stated the interest too.
 */
function holdsSettlement(
  { account: { balanceOn }, settled }: Pick<FundRecords, "account" | "settled">,
  today: CivilDate,
): boolean {
  const settledOn = lastSettlement(today);
  return balanceOn > settledOn || (balanceOn === settledOn && settled.some(({ on }) => on === settledOn));
}

/** The most that can be drawn of a home loan's repayment, once or by an order, and whether records tell it. */
export const repaymentOf = (
  records: Pick<FundRecords, "account" | "loans" | "book">,
  form: FundForm,
  today: CivilDate,
  ordered?: Ordered,
): Repayment =>
  ordered ? drawableAsOrdered(records, form, today, ordered) : drawableForRepayment(records, form, today);

/** The facts that the form alone tells of the lease that a withdrawal for rent is of. */
export function leaseFacts(
  reason: WithdrawalReason,
  form: FundForm,
  today: CivilDate,
  period?: Period,
): Pick<FundFacts, "leaseKind" | "isLeaseInForce"> {
  if (reason !== "RENT") return {};
  return told({ leaseKind: leaseIn(form), isLeaseInForce: isLeaseInForce(form, today, period) });
}

/** An employer has so many days to seal the account, and may pay in until then (Regulations, art. 15). */
const DAYS_TO_SEAL = 30;

/**
 * Whether the day of retirement that a form states can be so: the age was reached on it, and no month was paid for long after
 * it. Undefined where only a person can tell. An age that is not reached today is another fact.
 */
function isRetiredAsStated(
  form: FundForm,
  contributions: readonly Contribution[],
  today: CivilDate,
): boolean | undefined {
  const retiredOn = dayIn(form, "retiredOn");
  if (retiredOn === undefined) return undefined;
  if (isOfAge(form, today) === false) return true;
  const last = monthOf(addDays(retiredOn, DAYS_TO_SEAL));
  if (contributions.some((one) => totalOf(one) > 0n && one.month > last)) return false;
  return isOfAge(form, retiredOn, today);
}

function isOfAge({ idNumber }: FundForm, on: CivilDate, today: CivilDate = on): boolean | undefined {
  const number = String(idNumber ?? "");
  return isIdentityNumber(number, today) ? hasReachedAge(number, on) : undefined;
}

/** Facts without those that cannot be told. */
const told = (facts: FundFacts): FundFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

/** The facts as a rule reads them: amounts in fen. A fact that cannot be told is left out, and a person decides. */
export function factsFor(
  reason: WithdrawalReason,
  records: FundRecords,
  form: FundForm,
  today: CivilDate,
  ordered?: Ordered,
): FundFacts {
  const { account, book, household, contributions, loans } = records;
  const standing = standingOf(account, drawnOf(book));
  const repayment = reason === "LOAN_REPAYMENT" ? repaymentOf(records, form, today, ordered) : undefined;
  // By the applicant's own records alone, for a trace shows it: what a spouse has drawn is told by no amount.
  const most = repayment
    ? repayment.most
    : drawable(reason, { ...records, spouseBook: undefined }, form, today, ordered);
  return told({
    status: standing.status,
    balanceFen: Number(standing.balance),
    unbrokenMonths: unbrokenMonths(contributions, account, today),
    hasLoan: openLoans(loans).length > 0,
    isHouseholdAsStated: isHouseholdAsStated(household, book, today),
    drawableFen: most === undefined ? undefined : Number(most),
    ...leaseFacts(reason, form, today, ordered?.period),
    isRentLeftForHousehold: reason === "RENT" ? isRentLeft(records, form, today, ordered?.period) : undefined,
    isRepaidOnRecord: repayment?.isOnRecord,
    isOfRetirementAge: isOfAge(form, today),
    isRetiredAsStated: reason === "RETIREMENT" ? isRetiredAsStated(form, contributions, today) : undefined,
  });
}
