import { type CivilDate, parseDate } from "../../../kernel/civil-date.ts";
import type { Account } from "../account.ts";
import type { Contribution } from "../contribution.ts";
import type { Household } from "../household/spouse.ts";
import type { SettledInterest } from "../interest.ts";
import type { Loan } from "../loan.ts";
import type { WithdrawalBook } from "../withdrawal.ts";

/**
 * The records that a withdrawal is decided on. A spouse's book is there only where the spouse has confirmed the applicant:
 * a number that somebody types makes nothing of anybody else's be read.
 */
export type FundRecords = {
  readonly account: Account;
  readonly contributions: readonly Contribution[];
  readonly loans: readonly Loan[];
  /** Read for a retirement alone: nothing else asks for it. */
  readonly settled: readonly SettledInterest[];
  readonly book: WithdrawalBook;
  readonly household: Household;
  readonly spouseBook: WithdrawalBook | undefined;
};

/** A form as an item's schema has it. */
export type FundForm = Readonly<Record<string, unknown>>;

/** A day that a form states. */
export function dayIn(form: FundForm, field: string): CivilDate | undefined {
  const day = parseDate(String(form[field] ?? ""));
  return day.ok ? day.value : undefined;
}
