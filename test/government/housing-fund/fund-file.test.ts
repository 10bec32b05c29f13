import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOfCitizen } from "../../../local/generate/rows.ts";
import type { Fields } from "../../../services/field/register-file/row.ts";
import {
  COLUMNS,
  type FundRecord,
  type RowContext,
  readRow,
} from "../../../services/government/housing-fund/fund-file/fund-file.ts";
import { sentenceOf } from "../../../services/government/housing-fund/fund-file/problems.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { must } from "../../support/must.ts";
import { account, contribution, loan, yuan } from "./records.ts";
import { accountRow, bankRow, contributionRow, ID_NUMBER, interestRow, loanRow, type Row } from "./rows.ts";

const CONTEXT: RowContext = { today: date("2026-11-23"), citizenOf: () => account().citizenId };
const CITIZEN = account().citizenId;

const recordOf = (fields: Fields): FundRecord => must(readRow(fields, CONTEXT));

function problemsOf(fields: Fields): readonly string[] {
  const read = readRow(fields, CONTEXT);
  return read.ok ? [] : read.error.map(({ code, column }) => `${code} ${column}`.trim());
}

describe("a row of the fund centre's file", () => {
  it("becomes an account", () => {
    expect(recordOf(accountRow())).toEqual({ type: "account", record: account() });
  });

  it("becomes a contribution", () => {
    expect(recordOf(contributionRow())).toEqual({ type: "contribution", record: contribution("2026-10") });
  });

  it("becomes a loan with the rate of its grant and the changes of it", () => {
    const [startedOn, changedOn] = [date("2024-09-15"), date("2026-01-01")];
    const rates = [
      { effectiveFrom: startedOn, rate: decimal("0.0285") },
      { effectiveFrom: changedOn, rate: decimal("0.026") },
    ];
    const record = loan({ loanNumber: "GJJ-2024-000123", startedOn, rates });
    expect(recordOf(loanRow())).toEqual({ type: "loan", record });
    const constant = { ...record, rates: rates.slice(0, 1) };
    expect(recordOf(loanRow({ rateChanges: "" }))).toEqual({ type: "loan", record: constant });
  });

  it("becomes settled interest", () => {
    const record = { citizenId: CITIZEN, on: date("2026-06-30"), amount: yuan("1402.50") };
    expect(recordOf(interestRow())).toEqual({ type: "interest", record });
  });

  it("becomes a bank account, with the bank's name where it is there", () => {
    const record = { citizenId: CITIZEN, accountNumber: "6222020200012345678" };
    expect(recordOf(bankRow())).toEqual({ type: "bank", record: { ...record, bank: "中国工商银行" } });
    expect(recordOf(bankRow({ bankName: "" }))).toEqual({ type: "bank", record });
    for (const bankAccount of [
      "62220202000",
      "6222020200012345678X",
      "62220202000123456789",
      "6222 0202 0001",
    ])
      expect(problemsOf(bankRow({ bankAccount }))).toEqual(["NOT_A_BANK_ACCOUNT bankAccount"]);
    expect(problemsOf(bankRow({ bankAccount: "" }))).toEqual(["REQUIRED bankAccount"]);
  });

  it("has its names in one composed form, without spaces around them", () => {
    const { record } = recordOf(accountRow({ employerName: " Cafe\u0301 (Beijing) " }));
    expect(record).toMatchObject({ employer: { name: "Café (Beijing)" } });
  });
});

describe("a row is refused with", () => {
  it.each<[string, Row, string]>([
    ["no type", accountRow({ type: "" }), "REQUIRED type"],
    ["a type that there is not", accountRow({ type: "Account" }), "UNKNOWN_VALUE type"],
    ["no identity number", contributionRow({ idNumber: "" }), "REQUIRED idNumber"],
    [
      "an identity number whose check character is wrong",
      contributionRow({ idNumber: "110105194912310021" }),
      "NOT_AN_ID_NUMBER idNumber",
    ],
    ["a missing value", accountRow({ balance: "" }), "REQUIRED balance"],
    [
      "a short account number",
      accountRow({ accountNumber: "12345" }),
      "NOT_A_NUMBER_OF_RECORD accountNumber",
    ],
    [
      "a loan number with a slash",
      loanRow({ loanNumber: "GJJ/2025/1" }),
      "NOT_A_NUMBER_OF_RECORD loanNumber",
    ],
    [
      "control characters in a name",
      accountRow({ employerName: "a\u0000b" }),
      "CONTROL_CHARACTERS employerName",
    ],
    ["a line break in a name", accountRow({ employerName: "a\nb" }), "CONTROL_CHARACTERS employerName"],
    ["a name of spaces", accountRow({ employerName: "  " }), "TEXT_LENGTH employerName"],
    ["a name without end", accountRow({ employerName: "长".repeat(101) }), "TEXT_LENGTH employerName"],
    [
      "a credit code whose check character is wrong",
      accountRow({ employerCreditCode: "111000000000133388" }),
      "NOT_A_CREDIT_CODE employerCreditCode",
    ],
    ["a region that there is not", accountRow({ region: "119999" }), "NOT_A_REGION region"],
    ["a fraction of a fen", accountRow({ balance: "1.005" }), "NOT_MONEY balance"],
    ["an exponent", accountRow({ balance: "1e5" }), "NOT_MONEY balance"],
    ["a thousands separator", accountRow({ balance: "1,000.00" }), "NOT_MONEY balance"],
    ["a negative balance", accountRow({ balance: "-0.01" }), "NEGATIVE_AMOUNT balance"],
    ["a rate in per cent", accountRow({ employerRate: "12%" }), "NOT_A_RATE employerRate"],
    [
      "a rate of 12 instead of 0.12",
      accountRow({ employeeRate: "12" }),
      "CONTRIBUTION_RATE_OUT_OF_RANGE employeeRate",
    ],
    ["a status that there is not", accountRow({ status: "OPEN" }), "UNKNOWN_VALUE status"],
    ["a day that there is not", accountRow({ openedOn: "2026-02-30" }), "NOT_A_DATE openedOn"],
    ["a day of another format", accountRow({ openedOn: "2019/07/15" }), "NOT_A_DATE openedOn"],
    ["a balance of tomorrow", accountRow({ balanceOn: "2026-11-24" }), "DATE_IN_FUTURE balanceOn"],
    ["an opening after the balance", accountRow({ openedOn: "2026-11-01" }), "OPENED_AFTER_BALANCE openedOn"],
    ["money in a closed account", accountRow({ status: "CLOSED" }), "CLOSED_WITH_BALANCE balance"],
    ["a thirteenth month", contributionRow({ month: "2026-13" }), "NOT_A_MONTH month"],
    ["nothing paid", contributionRow({ employer: "0", employee: "0.00" }), "NOTHING_PAID employer"],
    ["a term in years", loanRow({ termMonths: "30 years" }), "NOT_MONTHS termMonths"],
    ["a term above 30 years", loanRow({ termMonths: "361" }), "TERM_OUT_OF_RANGE termMonths"],
    ["no principal", loanRow({ principal: "0", outstanding: "0" }), "NOT_POSITIVE principal"],
    [
      "more outstanding than lent",
      loanRow({ outstanding: "1000000.01" }),
      "OUTSTANDING_ABOVE_PRINCIPAL outstanding",
    ],
    ["a rate below the published one", loanRow({ rate: "0.0284" }), "RATE_BELOW_PUBLISHED rate"],
    ["a rate of 2.85 instead of 0.0285", loanRow({ rate: "2.85" }), "RATE_OUT_OF_RANGE rate"],
    ["a malformed rate change", loanRow({ rateChanges: "2026-01-01:0.026" }), "NOT_RATE_CHANGES rateChanges"],
    ["a rate change on no day", loanRow({ rateChanges: "2026-02-30=0.026" }), "NOT_RATE_CHANGES rateChanges"],
    [
      "a rate change that ends in nothing",
      loanRow({ rateChanges: "2026-01-01=0.026;" }),
      "NOT_RATE_CHANGES rateChanges",
    ],
    [
      "rate changes out of order",
      loanRow({ rateChanges: "2027-01-01=0.026;2026-01-01=0.026" }),
      "RATES_OUT_OF_ORDER rateChanges",
    ],
    ["a home that is neither first nor second", loanRow({ home: "THIRD" }), "UNKNOWN_VALUE home"],
    ["a method that there is not", loanRow({ method: "INTEREST_ONLY" }), "UNKNOWN_VALUE method"],
    ["interest of tomorrow", interestRow({ on: "2027-06-30" }), "DATE_IN_FUTURE on"],
    ["a value of another type of row", contributionRow({ balance: "1.00" }), "OF_ANOTHER_TYPE balance"],
  ])("%s", (_, row, problem) => {
    expect(problemsOf(row)).toEqual([problem]);
  });

  it("all that is wrong with it at once", () => {
    const row = accountRow({
      idNumber: "1",
      region: "1",
      balance: "",
      openedOn: "2027-01-01",
      month: "2026-10",
    });
    expect(problemsOf(row)).toEqual([
      "NOT_AN_ID_NUMBER idNumber",
      "NOT_A_REGION region",
      "REQUIRED balance",
      "OF_ANOTHER_TYPE month",
      "OPENED_AFTER_BALANCE openedOn",
    ]);
  });

  it("the columns that show that its values were shifted", () => {
    const shifted = Object.fromEntries(
      COLUMNS.slice(1).map((column, i) => [column, contributionRow()[COLUMNS[i] ?? "type"] ?? ""]),
    );
    const problems = problemsOf({ ...shifted, type: "contribution" });
    expect(problems).toContain("NOT_AN_ID_NUMBER idNumber");
    expect(problems).toContain("OF_ANOTHER_TYPE loanNumber");
  });
});

describe("a row of JSON", () => {
  it("may have its months as a number, and null for nothing", () => {
    expect(problemsOf({ ...loanRow(), termMonths: 360, rateChanges: null, balance: null })).toEqual([]);
  });

  it.each<[string, Fields, string]>([
    ["money that is a number", { balance: 100000.5 }, "NUMBER_WITHOUT_QUOTES balance"],
    ["a rate that is a number", { employerRate: 0.12 }, "NUMBER_WITHOUT_QUOTES employerRate"],
    [
      "an account number that is a number",
      { accountNumber: 110105000123 },
      "NUMBER_WITHOUT_QUOTES accountNumber",
    ],
    ["a list", { region: ["110000"] }, "NOT_TEXT region"],
    ["a truth value", { status: true }, "NOT_TEXT status"],
    ["a column that there is not", { Balance: "1.00" }, "UNKNOWN_COLUMN Balance"],
    ["a column by a name of JavaScript's own", JSON.parse('{"__proto__":"x"}'), "UNKNOWN_COLUMN __proto__"],
  ])("is refused with %s", (_, change, problem) => {
    const fields = Object.fromEntries([...Object.entries(accountRow()), ...Object.entries(change)]);
    expect(problemsOf(fields)).toEqual([problem]);
  });

  it("may not have half a month", () => {
    expect(problemsOf({ ...loanRow(), termMonths: 12.5 })).toEqual(["NOT_MONTHS termMonths"]);
  });
});

describe("what is wrong", () => {
  it("is told without what stands in the row", () => {
    const row = contributionRow({ idNumber: "110105194912310021", month: "my month" });
    const read = readRow(row, CONTEXT);
    const told = read.ok ? "" : read.error.map(sentenceOf).join("\n");
    expect(told).toBe(
      [
        "idNumber is not the number of an identity document: its last character does not fit the others; check each of them",
        "month is not a month such as 2026-06",
      ].join("\n"),
    );
  });

  it("is told with the bounds that were broken", () => {
    const values = { min: "1", max: "100" };
    expect(sentenceOf({ code: "TEXT_LENGTH", column: "employerName", values })).toBe(
      "employerName does not have 1 to 100 characters",
    );
    expect(sentenceOf({ code: "ROW_TOO_LONG", column: "", values: { max: "65536" } })).toBe(
      "the row is longer than 65536 bytes",
    );
  });
});

describe("whatever a row holds", () => {
  const generated = Array.from({ length: 20 }, (_, i) => [
    ...rowsOfCitizen(i, { citizens: 20, seed: "7", until: Date.parse("2026-10-31") / 86_400_000 }),
  ]).flat();
  const rows: readonly Row[] = [...generated, bankRow()];
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("", "-1", "0", "1e9", "2026-02-30", ID_NUMBER, "ACTIVE", "0.1", "９"),
    fc.jsonValue(),
  );
  const column = fc.oneof(fc.constantFrom(...COLUMNS), fc.string());

  it("it is either a record or refused with reasons that can be told", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rows),
        fc.array(fc.tuple(column, value), { maxLength: 4 }),
        (row, changes) => {
          const read = readRow(Object.fromEntries([...Object.entries(row), ...changes]), CONTEXT);
          if (read.ok) return;
          expect(read.error.length).toBeGreaterThan(0);
          for (const problem of read.error)
            expect(sentenceOf({ ...problem, column: "" })).not.toMatch(/[{}]/);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
