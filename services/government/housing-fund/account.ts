import type { RegionCode } from "../../field/region.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { compareDecimals, type Decimal, decimal } from "../../kernel/decimal.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { type Fen, ZERO } from "../../kernel/money.ts";
import { isBelow, type Stated } from "../../kernel/stated.ts";

export const ACCOUNT_STATUSES = ["ACTIVE", "SEALED", "CLOSED"] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/**
 * A person's housing-provident-fund account (住房公积金个人账户), as the fund centre last stated it. A person has
 * one only (Regulations on the Management of Housing Provident Funds, Art. 13).
 */
export type Account = {
  readonly citizenId: CitizenId;
  /** The fund centre's own number. */
  readonly accountNumber: string;
  readonly employer: { readonly name: string; readonly creditCode: string };
  readonly region: RegionCode;
  /** The monthly wage that contributions are computed on (缴存基数). */
  readonly contributionBase: Fen;
  /** Shares of the base. */
  readonly employerRate: Decimal;
  readonly employeeRate: Decimal;
  readonly status: AccountStatus;
  readonly openedOn: CivilDate;
  readonly balance: Fen;
  readonly balanceOn: CivilDate;
};

/**
 * The most that employer and employee may each contribute, as a share of the base: Jianjinguan [2005] No. 5. The
 * floor of 5 % (Regulations, Art. 18) has exceptions for employers in difficulty (Art. 20), so it is not a check.
 */
export const CONTRIBUTION_RATE_MAX = decimal("0.12");

export type AccountProblem = {
  readonly code:
    | "NEGATIVE_AMOUNT"
    | "CONTRIBUTION_RATE_OUT_OF_RANGE"
    | "OPENED_AFTER_BALANCE"
    | "DATE_IN_FUTURE"
    | "CLOSED_WITH_BALANCE";
  readonly field: keyof Account;
};

/**
 * All that speaks against an account, no matter who states it; what is not stated is not judged. `today` bounds the day of
 * its balance.
 */
export function checkAccount(account: Stated<Account>, today: CivilDate): readonly AccountProblem[] {
  const { contributionBase, employerRate, employeeRate, balance, balanceOn, openedOn, status } = account;
  const problems: AccountProblem[] = [];
  const add = (code: AccountProblem["code"], field: keyof Account) => problems.push({ code, field });
  if (isBelow(contributionBase, ZERO)) add("NEGATIVE_AMOUNT", "contributionBase");
  if (!isContributionRate(employerRate)) add("CONTRIBUTION_RATE_OUT_OF_RANGE", "employerRate");
  if (!isContributionRate(employeeRate)) add("CONTRIBUTION_RATE_OUT_OF_RANGE", "employeeRate");
  if (isBelow(balanceOn, openedOn)) add("OPENED_AFTER_BALANCE", "openedOn");
  if (isBelow(balance, ZERO)) add("NEGATIVE_AMOUNT", "balance");
  // A citizen who closes an account withdraws all that is in it (Regulations, Art. 24).
  if (status === "CLOSED" && isBelow(ZERO, balance)) add("CLOSED_WITH_BALANCE", "balance");
  if (isBelow(today, balanceOn)) add("DATE_IN_FUTURE", "balanceOn");
  return problems;
}

const isContributionRate = (rate: Decimal | undefined): boolean =>
  !rate || (rate.units >= 0n && compareDecimals(rate, CONTRIBUTION_RATE_MAX) <= 0);
