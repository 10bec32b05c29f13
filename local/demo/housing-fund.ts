import { isRegionCode, type RegionCode } from "../../services/field/region.ts";
import type { Account } from "../../services/government/housing-fund/account.ts";
import { putAccount } from "../../services/government/housing-fund/account-store.ts";
import type { Contribution } from "../../services/government/housing-fund/contribution.ts";
import { outstandingOn } from "../../services/government/housing-fund/instalment-plan.ts";
import { nextSettlement } from "../../services/government/housing-fund/interest.ts";
import type { Loan } from "../../services/government/housing-fund/loan.ts";
import {
  putContribution,
  putLoan,
  putSettledInterest,
} from "../../services/government/housing-fund/store.ts";
import { addMonths, type CivilDate, date, monthOf } from "../../services/kernel/civil-date.ts";
import type { Database, TransactItem } from "../../services/kernel/database/database.ts";
import { decimal } from "../../services/kernel/decimal.ts";
import type { CitizenId } from "../../services/kernel/ids.ts";
import { fen } from "../../services/kernel/money.ts";

const REGION = "110105";
const MONTHS = 14;
const SHARE = fen(1_800_00n);
const SETTLED = fen(1_402_50n);

/**
 * The statement that the fund centre would make of the demo citizen today: account, contributions, interest, a loan.
 */
export function demoFund(
  database: Database,
  citizenId: CitizenId,
  today: CivilDate,
): readonly TransactItem[] {
  const settledOn = date(`${Number(nextSettlement(today).slice(0, 4)) - 1}-06-30`);
  return [
    putAccount(database, "live", accountOf(citizenId, today)),
    ...contributionsOf(citizenId, today).map((paid) => putContribution(database, "live", paid)),
    putSettledInterest(database, "live", { citizenId, on: settledOn, amount: SETTLED }),
    putLoan(database, "live", loanOf(citizenId, today)),
  ];
}

function accountOf(citizenId: CitizenId, today: CivilDate): Account {
  return {
    citizenId,
    accountNumber: "110105000123",
    employer: { name: "北京示例科技有限公司", creditCode: "11100000000013338W" },
    region: demoRegion(),
    contributionBase: fen(15_000_00n),
    employerRate: decimal("0.12"),
    employeeRate: decimal("0.12"),
    status: "ACTIVE",
    openedOn: date("2019-07-15"),
    balance: fen(128_640_25n),
    balanceOn: today,
  };
}

/** One for each of the last months, paid on the 20th. */
function contributionsOf(citizenId: CitizenId, today: CivilDate): readonly Contribution[] {
  const paidDays = Array.from({ length: MONTHS + 1 }, (_, i) => date(`${monthOf(addMonths(today, -i))}-20`));
  return paidDays
    .filter((paidOn) => paidOn <= today)
    .map((paidOn) => ({ citizenId, month: monthOf(paidOn), paidOn, employer: SHARE, employee: SHARE }));
}

/** A first home, at the rates published for its days. */
function loanOf(citizenId: CitizenId, today: CivilDate): Loan {
  const startedOn = date("2024-09-15");
  const loan: Loan = {
    citizenId,
    loanNumber: "GJJ-2024-000123",
    principal: fen(1_000_000_00n),
    rates: [
      { effectiveFrom: startedOn, rate: decimal("0.0285") },
      { effectiveFrom: date("2026-01-01"), rate: decimal("0.026") },
    ],
    termMonths: 360,
    home: "FIRST",
    method: "EQUAL_INSTALMENT",
    startedOn,
    outstanding: fen(1_000_000_00n),
    outstandingOn: today,
  };
  return { ...loan, outstanding: outstandingOn(loan, today) };
}

function demoRegion(): RegionCode {
  if (!isRegionCode(REGION)) throw new Error(`${REGION} is no region`);
  return REGION;
}
