import type { CivilDate } from "../platform/civil-date.ts";
import { compareDecimals, type Decimal, decimal } from "../platform/decimal.ts";
import type { CitizenId } from "../platform/ids.ts";
import type { Fen } from "../platform/money.ts";
import type { RegionCode } from "../platform/region.ts";
import { err, ok, type Result } from "../platform/result.ts";

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

/** What has to hold of an account whoever states it. `today` bounds the day of its balance. */
export function checkAccount(account: Account, today: CivilDate): Result<Account, AccountProblem> {
  const { contributionBase, employerRate, employeeRate, balance, balanceOn, openedOn, status } = account;
  if (contributionBase < 0n) return err({ code: "NEGATIVE_AMOUNT", field: "contributionBase" });
  if (balance < 0n) return err({ code: "NEGATIVE_AMOUNT", field: "balance" });
  if (!isContributionRate(employerRate)) {
    return err({ code: "CONTRIBUTION_RATE_OUT_OF_RANGE", field: "employerRate" });
  }
  if (!isContributionRate(employeeRate)) {
    return err({ code: "CONTRIBUTION_RATE_OUT_OF_RANGE", field: "employeeRate" });
  }
  if (balanceOn > today) return err({ code: "DATE_IN_FUTURE", field: "balanceOn" });
  if (openedOn > balanceOn) return err({ code: "OPENED_AFTER_BALANCE", field: "openedOn" });
  // Whoever closes an account withdraws all that is in it (Regulations, Art. 24).
  if (status === "CLOSED" && balance > 0n) return err({ code: "CLOSED_WITH_BALANCE", field: "balance" });
  return ok(account);
}

const isContributionRate = (rate: Decimal): boolean =>
  rate.units >= 0n && compareDecimals(rate, CONTRIBUTION_RATE_MAX) <= 0;
