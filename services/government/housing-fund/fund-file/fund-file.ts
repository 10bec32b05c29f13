import type { IdentityNumber } from "../../../field/identity-document.ts";
import { type Fields, openRow, type Row as RowOf } from "../../../field/register-file/row.ts";
import {
  oneOf,
  readCreditCode,
  readDate,
  readHolder,
  readRegion,
  type Wrong,
} from "../../../field/register-file/row-values.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Stated } from "../../../kernel/stated.ts";
import { ACCOUNT_STATUSES, type Account, checkAccount } from "../account.ts";
import { type Contribution, checkContribution } from "../contribution.ts";
import { checkSettledInterest, type SettledInterest } from "../interest.ts";
import { checkLoan, HOME_RANKS, type Loan, REPAYMENT_METHODS } from "../loan.ts";
import type { ProblemCode, RowProblem } from "./problems.ts";
import {
  readBankAccount,
  readMoney,
  readMonth,
  readMonths,
  readName,
  readNumber,
  readRate,
  readRateChanges,
} from "./values.ts";

export const ROW_TYPES = ["account", "contribution", "loan", "interest", "bank"] as const;
export type RowType = (typeof ROW_TYPES)[number];

/** In the order in which generated files have them; in a file they may stand in any. */
export const COLUMNS = [
  "type",
  "idNumber",
  "accountNumber",
  "employerName",
  "employerCreditCode",
  "region",
  "contributionBase",
  "employerRate",
  "employeeRate",
  "status",
  "openedOn",
  "balance",
  "balanceOn",
  "month",
  "paidOn",
  "employer",
  "employee",
  "loanNumber",
  "principal",
  "rate",
  "rateChanges",
  "termMonths",
  "home",
  "method",
  "startedOn",
  "outstanding",
  "outstandingOn",
  "on",
  "amount",
  "bankAccount",
  "bankName",
] as const;
export type Column = (typeof COLUMNS)[number];

/** A row whose every value is sound by itself. */
export type FundRecord =
  | { readonly type: "account"; readonly record: Account }
  | { readonly type: "contribution"; readonly record: Contribution }
  | { readonly type: "loan"; readonly record: Loan }
  | { readonly type: "interest"; readonly record: SettledInterest }
  | { readonly type: "bank"; readonly record: StatedBankAccount };

/** A bank account as the fund centre knows it to be the person's; it has paid to it, or looked at the bank's card. */
export type StatedBankAccount = {
  readonly citizenId: CitizenId;
  readonly accountNumber: string;
  readonly bank?: string;
};

export type RowContext = {
  /** Bounds all days. */
  readonly today: CivilDate;
  readonly citizenOf: (idNumber: IdentityNumber) => CitizenId;
};

/** Reads a row of a fund centre's file (docs/housing-fund-files.md); an error names all that is wrong with it. */
export function readRow(
  fields: Fields,
  { today, citizenOf }: RowContext,
): Result<FundRecord, readonly RowProblem[]> {
  const row = openRow<Column, ProblemCode>(fields, COLUMNS, textOf);
  const type = row.read("type", oneOf(ROW_TYPES));
  const idNumber = row.read("idNumber", readHolder(today));
  const citizenId = idNumber && citizenOf(idNumber);
  switch (type) {
    case undefined:
      return err(row.problems);
    case "account": {
      const record = accountOf(row, citizenId);
      return row.close(record, checkAccount(record, today), (whole) => ({ type, record: whole }));
    }
    case "contribution": {
      const record = contributionOf(row, citizenId);
      return row.close(record, checkContribution(record, today), (whole) => ({ type, record: whole }));
    }
    case "loan": {
      const record = loanOf(row, citizenId);
      const problems = checkLoan(record, today).map(inColumnOfRates);
      return row.close(record, problems, (whole) => ({ type, record: whole }));
    }
    case "interest": {
      const record: Stated<SettledInterest> = {
        citizenId,
        on: row.read("on", readDate),
        amount: row.read("amount", readMoney),
      };
      return row.close(record, checkSettledInterest(record, today), (whole) => ({ type, record: whole }));
    }
    case "bank": {
      const bank = row.has("bankName") ? row.read("bankName", readName) : undefined;
      const record = { citizenId, accountNumber: row.read("bankAccount", readBankAccount) };
      return row.close(record, [], (whole) => ({ type, record: bank ? { ...whole, bank } : whole }));
    }
  }
}

function accountOf(row: Row, citizenId: CitizenId | undefined): Stated<Account> {
  const accountNumber = row.read("accountNumber", readNumber);
  const name = row.read("employerName", readName);
  const creditCode = row.read("employerCreditCode", readCreditCode);
  return {
    citizenId,
    accountNumber,
    employer: name === undefined || creditCode === undefined ? undefined : { name, creditCode },
    region: row.read("region", readRegion),
    contributionBase: row.read("contributionBase", readMoney),
    employerRate: row.read("employerRate", readRate),
    employeeRate: row.read("employeeRate", readRate),
    status: row.read("status", oneOf(ACCOUNT_STATUSES)),
    openedOn: row.read("openedOn", readDate),
    balance: row.read("balance", readMoney),
    balanceOn: row.read("balanceOn", readDate),
  };
}

const contributionOf = (row: Row, citizenId: CitizenId | undefined): Stated<Contribution> => ({
  citizenId,
  month: row.read("month", readMonth),
  paidOn: row.read("paidOn", readDate),
  employer: row.read("employer", readMoney),
  employee: row.read("employee", readMoney),
});

function loanOf(row: Row, citizenId: CitizenId | undefined): Stated<Loan> {
  const loanNumber = row.read("loanNumber", readNumber);
  const principal = row.read("principal", readMoney);
  const rate = row.read("rate", readRate);
  const changes = row.has("rateChanges") ? row.read("rateChanges", readRateChanges) : [];
  const termMonths = row.read("termMonths", readMonths);
  const home = row.read("home", oneOf(HOME_RANKS));
  const method = row.read("method", oneOf(REPAYMENT_METHODS));
  const startedOn = row.read("startedOn", readDate);
  const rates = rate && changes && startedOn && [{ effectiveFrom: startedOn, rate }, ...changes];
  const outstanding = row.read("outstanding", readMoney);
  const outstandingOn = row.read("outstandingOn", readDate);
  return {
    citizenId,
    loanNumber,
    principal,
    rates,
    termMonths,
    home,
    method,
    startedOn,
    outstanding,
    outstandingOn,
  };
}

type NounProblem = { readonly code: ProblemCode; readonly field: string };

/** A loan keeps its rates in one list, which the file has in two columns. */
const inColumnOfRates = ({ code, field }: NounProblem): NounProblem => ({
  code,
  field: field !== "rates" ? field : code === "RATES_OUT_OF_ORDER" ? "rateChanges" : "rate",
});

type Row = RowOf<Column, ProblemCode>;

/** JSON's numbers are floats to most writers of JSON, so only a number of months may be one. */
function textOf(value: unknown, column: Column): Result<string, Wrong<ProblemCode>> {
  if (typeof value === "string") return ok(value);
  if (typeof value !== "number") return err({ code: "NOT_TEXT" });
  return column === "termMonths" ? ok(String(value)) : err({ code: "NUMBER_WITHOUT_QUOTES" });
}
