import { identityCheck } from "../../../services/field/identity-document.ts";
import { COLUMNS, type Column } from "../../../services/government/housing-fund/fund-file/fund-file.ts";

export type Row = Readonly<Partial<Record<Column, string>>>;

/** The sample number of GB 11643; it belongs to nobody. */
export const ID_NUMBER = "11010519491231002X";

/** Valid numbers of people who do not exist, another one for each index below 999. */
export function idNumberOf(index: number): string {
  const first17 = `11010119900307${String(index + 1).padStart(3, "0")}`;
  return first17 + identityCheck(first17);
}

export const accountRow = (change: Row = {}): Row => ({
  type: "account",
  idNumber: ID_NUMBER,
  accountNumber: "110105000123",
  employerName: "北京示例科技有限公司",
  employerCreditCode: "11100000000013338W",
  region: "110000",
  contributionBase: "12000.00",
  employerRate: "0.12",
  employeeRate: "0.12",
  status: "ACTIVE",
  openedOn: "2019-07-15",
  balance: "100000.00",
  balanceOn: "2026-10-31",
  ...change,
});

export const contributionRow = (change: Row = {}): Row => ({
  type: "contribution",
  idNumber: ID_NUMBER,
  month: "2026-10",
  paidOn: "2026-10-20",
  employer: "1440.00",
  employee: "1440.00",
  ...change,
});

export const loanRow = (change: Row = {}): Row => ({
  type: "loan",
  idNumber: ID_NUMBER,
  loanNumber: "GJJ-2024-000123",
  principal: "1000000.00",
  rate: "0.0285",
  rateChanges: "2026-01-01=0.026",
  termMonths: "360",
  home: "FIRST",
  method: "EQUAL_INSTALMENT",
  startedOn: "2024-09-15",
  outstanding: "980000.00",
  outstandingOn: "2026-10-31",
  ...change,
});

export const bankRow = (change: Row = {}): Row => ({
  type: "bank",
  idNumber: ID_NUMBER,
  bankAccount: "6222020200012345678",
  bankName: "中国工商银行",
  ...change,
});

export const interestRow = (change: Row = {}): Row => ({
  type: "interest",
  idNumber: ID_NUMBER,
  on: "2026-06-30",
  amount: "1402.50",
  ...change,
});

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const line = (row: Row, columns: readonly Column[] = COLUMNS): string =>
  columns.map((column) => cell(row[column] ?? "")).join(",");

export const csv = (rows: readonly Row[], columns: readonly Column[] = COLUMNS): string =>
  [columns.join(","), ...rows.map((row) => line(row, columns))].map((each) => `${each}\n`).join("");

export const ndjson = (rows: readonly Readonly<Record<string, unknown>>[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join("");
