import { describe, expect, it } from "vitest";
import { type Account, checkAccount } from "../../../services/government/housing-fund/account.ts";
import { checkContribution } from "../../../services/government/housing-fund/contribution.ts";
import { checkSettledInterest } from "../../../services/government/housing-fund/interest.ts";
import { checkLoan, type Loan } from "../../../services/government/housing-fund/loan.ts";
import { publishedLoanRate } from "../../../services/government/housing-fund/rates.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal, formatDecimal } from "../../../services/kernel/decimal.ts";
import { fen } from "../../../services/kernel/money.ts";
import { account, contribution, loan, yuan } from "./records.ts";

const TODAY = date("2026-11-23");

const named = (problems: readonly { readonly code: string; readonly field: string }[]): string[] =>
  problems.map(({ code, field }) => `${code} ${field}`);

describe("an account", () => {
  it("is taken as the fund centre states it when nothing contradicts itself", () => {
    expect(checkAccount(account(), TODAY)).toEqual([]);
    expect(checkAccount(account({ status: "CLOSED", balance: fen(0n) }), TODAY)).toEqual([]);
    expect(checkAccount(account({ employerRate: decimal("0.05"), balanceOn: TODAY }), TODAY)).toEqual([]);
  });

  it.each<[string, Partial<Account>, string]>([
    ["a negative balance", { balance: fen(-1n) }, "NEGATIVE_AMOUNT balance"],
    ["a negative base", { contributionBase: fen(-1n) }, "NEGATIVE_AMOUNT contributionBase"],
    [
      "an employer's share above 12 %",
      { employerRate: decimal("0.1201") },
      "CONTRIBUTION_RATE_OUT_OF_RANGE employerRate",
    ],
    ["a negative share", { employeeRate: decimal("-0.01") }, "CONTRIBUTION_RATE_OUT_OF_RANGE employeeRate"],
    ["a balance of tomorrow", { balanceOn: date("2026-11-24") }, "DATE_IN_FUTURE balanceOn"],
    ["an opening after its balance", { openedOn: date("2026-11-01") }, "OPENED_AFTER_BALANCE openedOn"],
    ["money in a closed account", { status: "CLOSED" }, "CLOSED_WITH_BALANCE balance"],
  ])("is refused with %s", (_, change, problem) => {
    expect(named(checkAccount(account(change), TODAY))).toEqual([problem]);
  });
});

describe("what is wrong", () => {
  it("is told all at once", () => {
    const bad = { contributionBase: fen(-1n), balanceOn: date("2027-01-01"), openedOn: date("2027-02-01") };
    expect(named(checkAccount(account(bad), TODAY))).toEqual([
      "NEGATIVE_AMOUNT contributionBase",
      "OPENED_AFTER_BALANCE openedOn",
      "DATE_IN_FUTURE balanceOn",
    ]);
    const lent = { principal: fen(0n), termMonths: 361, outstandingOn: date("2027-01-01") };
    expect(named(checkLoan(loan(lent), TODAY))).toEqual([
      "NOT_POSITIVE principal",
      "TERM_OUT_OF_RANGE termMonths",
      "OUTSTANDING_ABOVE_PRINCIPAL outstanding",
      "DATE_IN_FUTURE outstandingOn",
    ]);
  });

  it("is told of what is stated, as far as it goes", () => {
    const unread = { openedOn: undefined, balance: undefined, employerRate: undefined };
    const stated = { ...account(), ...unread, balanceOn: date("2027-01-01") };
    expect(named(checkAccount(stated, TODAY))).toEqual(["DATE_IN_FUTURE balanceOn"]);
    expect(checkLoan({ ...loan(), rates: undefined, principal: undefined }, TODAY)).toEqual([]);
  });
});

describe("a contribution", () => {
  it("may come from one side only, but not from neither", () => {
    expect(checkContribution(contribution("2026-10", { employer: fen(0n) }), TODAY)).toEqual([]);
    const nothing = contribution("2026-10", { employer: fen(0n), employee: fen(0n) });
    expect(named(checkContribution(nothing, TODAY))).toEqual(["NOTHING_PAID employer"]);
  });

  it("is refused with a negative part or a day that has not come", () => {
    const negative = contribution("2026-10", { employee: fen(-1n) });
    expect(named(checkContribution(negative, TODAY))).toEqual(["NEGATIVE_AMOUNT employee"]);
    const early = contribution("2026-10", { paidOn: date("2026-11-24") });
    expect(named(checkContribution(early, TODAY))).toEqual(["DATE_IN_FUTURE paidOn"]);
  });
});

describe("settled interest", () => {
  it("is refused with a negative amount or a day that has not come", () => {
    const settled = { citizenId: account().citizenId, on: date("2026-06-30"), amount: fen(0n) };
    expect(checkSettledInterest(settled, TODAY)).toEqual([]);
    const negative = checkSettledInterest({ ...settled, amount: fen(-1n) }, TODAY);
    expect(named(negative)).toEqual(["NEGATIVE_AMOUNT amount"]);
    const early = checkSettledInterest({ ...settled, on: date("2027-06-30") }, TODAY);
    expect(named(early)).toEqual(["DATE_IN_FUTURE on"]);
  });
});

describe("a loan", () => {
  it.each<[string, Partial<Loan>, string]>([
    ["no principal", { principal: fen(0n), outstanding: fen(0n) }, "NOT_POSITIVE principal"],
    ["a term above 30 years", { termMonths: 361 }, "TERM_OUT_OF_RANGE termMonths"],
    ["a term of no month", { termMonths: 0 }, "TERM_OUT_OF_RANGE termMonths"],
    [
      "more outstanding than was lent",
      { outstanding: yuan("1000000.01") },
      "OUTSTANDING_ABOVE_PRINCIPAL outstanding",
    ],
    [
      "an outstanding amount of tomorrow",
      { outstandingOn: date("2026-11-24") },
      "DATE_IN_FUTURE outstandingOn",
    ],
    [
      "a start after its statement",
      { outstandingOn: date("2025-06-14") },
      "STARTED_AFTER_OUTSTANDING startedOn",
    ],
    ["no rate", { rates: [] }, "RATES_OUT_OF_ORDER rates"],
    [
      "a first rate that is not the grant's",
      { rates: [{ effectiveFrom: date("2025-06-16"), rate: decimal("0.026") }] },
      "RATES_OUT_OF_ORDER rates",
    ],
    [
      "a rate of 100 %",
      { rates: [{ effectiveFrom: date("2025-06-15"), rate: decimal("1") }] },
      "RATE_OUT_OF_RANGE rates",
    ],
    [
      "a rate below the published one",
      { rates: [{ effectiveFrom: date("2025-06-15"), rate: decimal("0.0259") }] },
      "RATE_BELOW_PUBLISHED rates",
    ],
  ])("is refused with %s", (_, change, problem) => {
    expect(named(checkLoan(loan(change), TODAY))).toEqual([problem]);
  });

  it("may be repaid at a lower rate later than it was granted at", () => {
    const startedOn = date("2024-06-01");
    const rates = [
      { effectiveFrom: startedOn, rate: decimal("0.0285") },
      { effectiveFrom: date("2026-01-01"), rate: decimal("0.026") },
    ];
    expect(checkLoan(loan({ startedOn, rates }), TODAY)).toEqual([]);
  });
});

describe("the published loan rate", () => {
  it.each([
    ["FIRST", 60, "2025-05-08", "0.021"],
    ["FIRST", 61, "2025-05-08", "0.026"],
    ["SECOND", 60, "2025-05-08", "0.02525"],
    ["SECOND", 361, "2026-01-01", "0.03075"],
    ["FIRST", 60, "2025-05-07", "0.0235"],
    ["FIRST", 61, "2024-05-18", "0.0285"],
    ["SECOND", 12, "2024-05-18", "0.02775"],
    ["SECOND", 360, "2025-05-07", "0.03325"],
  ] as const)("for a %s home over %i months from %s is %s", (home, months, on, rate) => {
    const published = publishedLoanRate(home, months, date(on));
    expect(published && formatDecimal(published)).toBe(rate);
  });

  it("is not known for days before the first row", () => {
    expect(publishedLoanRate("FIRST", 60, date("2024-05-17"))).toBeUndefined();
  });
});
