import { isRegionCode, type RegionCode } from "../../../services/field/region.ts";
import type { Account } from "../../../services/government/housing-fund/account.ts";
import type { Contribution } from "../../../services/government/housing-fund/contribution.ts";
import { outstandingOn } from "../../../services/government/housing-fund/instalment-plan.ts";
import type { Loan } from "../../../services/government/housing-fund/loan.ts";
import { date, type Month, parseMonth } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { type Fen, parseMoney } from "../../../services/kernel/money.ts";
import { must } from "../../support/must.ts";

export const yuan = (text: string): Fen => must(parseMoney(text));
const month = (text: string): Month => must(parseMonth(text));

const SOMEBODY: CitizenId = "ctz_0000000000000000";

function region(code: string): RegionCode {
  if (!isRegionCode(code)) throw new Error(`${code} is no region`);
  return code;
}

export const account = (change: Partial<Account> = {}): Account => ({
  citizenId: SOMEBODY,
  accountNumber: "110105000123",
  employer: { name: "北京示例科技有限公司", creditCode: "11100000000013338W" },
  region: region("110000"),
  contributionBase: yuan("12000.00"),
  employerRate: decimal("0.12"),
  employeeRate: decimal("0.12"),
  status: "ACTIVE",
  openedOn: date("2019-07-15"),
  balance: yuan("100000.00"),
  balanceOn: date("2026-10-31"),
  ...change,
});

export const contribution = (of: string, change: Partial<Contribution> = {}): Contribution => ({
  citizenId: SOMEBODY,
  month: month(of),
  paidOn: date(`${of}-20`),
  employer: yuan("1440.00"),
  employee: yuan("1440.00"),
  ...change,
});

/** The loan as it stands where each instalment was paid on its day. */
export const loanOn = (day: string, change: Partial<Loan> = {}): Loan => {
  const one = loan({ ...change, outstandingOn: date(day) });
  return { ...one, outstanding: outstandingOn(one, one.outstandingOn) };
};

export const loan = (change: Partial<Loan> = {}): Loan => ({
  citizenId: SOMEBODY,
  loanNumber: "GJJ-2025-000123",
  principal: yuan("1000000.00"),
  rates: [{ effectiveFrom: date("2025-06-15"), rate: decimal("0.026") }],
  termMonths: 360,
  home: "FIRST",
  method: "EQUAL_INSTALMENT",
  startedOn: date("2025-06-15"),
  outstanding: yuan("980000.00"),
  outstandingOn: date("2026-10-31"),
  ...change,
});
