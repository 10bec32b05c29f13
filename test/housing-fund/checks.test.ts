import { describe, expect, it } from "vitest";
import { type Account, checkAccount } from "../../services/housing-fund/account.ts";
import { checkContribution } from "../../services/housing-fund/contribution.ts";
import { checkSettledInterest } from "../../services/housing-fund/interest.ts";
import { checkLoan, type Loan } from "../../services/housing-fund/loan.ts";
import { publishedLoanRate } from "../../services/housing-fund/rates.ts";
import { date } from "../../services/platform/civil-date.ts";
import { decimal, formatDecimal } from "../../services/platform/decimal.ts";
import { fen } from "../../services/platform/money.ts";
import { account, contribution, loan, yuan } from "./records.ts";

const TODAY = date("2026-11-23");

describe("an account", () => {
  it("is taken as the fund centre states it when nothing contradicts itself", () => {
    expect(checkAccount(account(), TODAY)).toEqual({ ok: true, value: account() });
    expect(checkAccount(account({ status: "CLOSED", balance: fen(0n) }), TODAY).ok).toBe(true);
    expect(checkAccount(account({ employerRate: decimal("0.05"), balanceOn: TODAY }), TODAY).ok).toBe(true);
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
    const checked = checkAccount(account(change), TODAY);
    expect(checked.ok ? "" : `${checked.error.code} ${checked.error.field}`).toBe(problem);
  });
});

describe("a contribution", () => {
  it("may come from one side only, but not from neither", () => {
    expect(checkContribution(contribution("2026-10", { employer: fen(0n) }), TODAY).ok).toBe(true);
    const nothing = contribution("2026-10", { employer: fen(0n), employee: fen(0n) });
    expect(checkContribution(nothing, TODAY)).toMatchObject({ error: { code: "NOTHING_PAID" } });
  });

  it("is refused with a negative part or a day that has not come", () => {
    const negative = contribution("2026-10", { employee: fen(-1n) });
    expect(checkContribution(negative, TODAY)).toMatchObject({ error: { code: "NEGATIVE_AMOUNT" } });
    const early = contribution("2026-10", { paidOn: date("2026-11-24") });
    expect(checkContribution(early, TODAY)).toMatchObject({ error: { code: "DATE_IN_FUTURE" } });
  });
});

describe("settled interest", () => {
  it("is refused with a negative amount or a day that has not come", () => {
    const settled = { citizenId: account().citizenId, on: date("2026-06-30"), amount: fen(0n) };
    expect(checkSettledInterest(settled, TODAY).ok).toBe(true);
    expect(checkSettledInterest({ ...settled, amount: fen(-1n) }, TODAY).ok).toBe(false);
    expect(checkSettledInterest({ ...settled, on: date("2027-06-30") }, TODAY).ok).toBe(false);
  });
});

describe("a loan", () => {
  it.each<[string, Partial<Loan>, string]>([
    ["no principal", { principal: fen(0n) }, "NOT_POSITIVE principal"],
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
    ["a start after its statement", { startedOn: date("2026-11-01") }, "STARTED_AFTER_OUTSTANDING startedOn"],
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
    const checked = checkLoan(loan(change), TODAY);
    expect(checked.ok ? "" : `${checked.error.code} ${checked.error.field}`).toBe(problem);
  });

  it("may be repaid at a lower rate later than it was granted at", () => {
    const startedOn = date("2024-06-01");
    const rates = [
      { effectiveFrom: startedOn, rate: decimal("0.0285") },
      { effectiveFrom: date("2026-01-01"), rate: decimal("0.026") },
    ];
    expect(checkLoan(loan({ startedOn, rates }), TODAY).ok).toBe(true);
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
