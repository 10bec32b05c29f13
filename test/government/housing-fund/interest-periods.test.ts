import { describe, expect, it } from "vitest";
import {
  formulaOf,
  interestOn,
  type Movement,
  periodsOf,
} from "../../../services/government/housing-fund/interest-periods.ts";
import type { RateRow } from "../../../services/government/housing-fund/rates.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { formatMoney } from "../../../services/kernel/money.ts";
import { account, yuan } from "./records.ts";

const row = (effectiveFrom: string, rate: string): RateRow => ({
  ...{ effectiveFrom: date(effectiveFrom), rate: decimal(rate) },
});
const ONE = row("2016-02-21", "0.015");

/** The interest year from 1 July 2026. */
const YEAR = { from: date("2026-07-01"), to: date("2027-07-01") };
const STATED = account({ balance: yuan("100000.00"), balanceOn: date("2026-06-30") });
const moved = (earnsFrom: string, amount: string, creditedOn = earnsFrom): Movement => ({
  ...{ earnsFrom: date(earnsFrom), creditedOn: date(creditedOn), amount: yuan(amount) },
});

const told = (rates: readonly RateRow[], movements: readonly Movement[] = [], stated = STATED) =>
  periodsOf(stated, movements, YEAR, rates).map(
    ({ from, to, days, balance, rate }) =>
      `${from} ${to} ${days} ${formatMoney(balance)} ${Number(rate.units) / 10 ** rate.places}`,
  );
const earned = (rates: readonly RateRow[], movements: readonly Movement[] = [], basis: 360 | 365 = 360) =>
  formatMoney(interestOn(periodsOf(STATED, movements, YEAR, rates), basis));

describe("a rate that changes within the year", () => {
  const LATER = row("2026-10-01", "0.0135");

  it("parts the days: 92 at 1.5 % and 273 at 1.35 % earn 1,407.08", () => {
    expect(told([ONE, LATER])).toEqual([
      "2026-07-01 2026-10-01 92 100000.00 0.015",
      "2026-10-01 2027-07-01 273 100000.00 0.0135",
    ]);
    // 100,000 × 92 × 0.015 ÷ 360 = 383.33…, 100,000 × 273 × 0.0135 ÷ 360 = 1,023.75; rounded once.
    expect(earned([ONE, LATER])).toBe("1407.08");
    // 138,000 ÷ 365 = 378.0821…, 368,550 ÷ 365 = 1,009.7260…
    expect(earned([ONE, LATER], [], 365)).toBe("1387.81");
  });

  it("is written out by rates, whichever of them has more places", () => {
    const formula = (rates: readonly RateRow[]) => {
      const periods = periodsOf(STATED, [moved("2026-12-01", "10000.00")], YEAR, rates);
      return formulaOf(periods, 360, interestOn(periods, 360));
    };
    // 10,000 for 212 days besides: 79.50 at 1.35 %, 88.33… at 1.5 %.
    expect(formula([ONE, LATER])).toBe(
      "((100000.00 × 92) × 0.015 + (100000.00 × 61 + 110000.00 × 212) × 0.0135) ÷ 360 = 1486.58",
    );
    // 100,000 × 92 × 0.0135 ÷ 360 = 345.00, 100,000 × 273 × 0.015 ÷ 360 = 1,137.50.
    expect(formula([row("2016-02-21", "0.0135"), row("2026-10-01", "0.015")])).toBe(
      "((100000.00 × 92) × 0.0135 + (100000.00 × 61 + 110000.00 × 212) × 0.015) ÷ 360 = 1570.83",
    );
  });

  it("twice, and once back to what it was: all days of one rate are one term", () => {
    const back = row("2027-01-01", "0.015");
    expect(told([ONE, LATER, back])).toEqual([
      "2026-07-01 2026-10-01 92 100000.00 0.015",
      "2026-10-01 2027-01-01 92 100000.00 0.0135",
      "2027-01-01 2027-07-01 181 100000.00 0.015",
    ]);
    const periods = periodsOf(STATED, [], YEAR, [ONE, LATER, back]);
    // 273 days at 1.5 %: 1,137.50; 92 at 1.35 %: 345.00.
    expect(formulaOf(periods, 360, interestOn(periods, 360))).toBe(
      "((100000.00 × 92 + 100000.00 × 181) × 0.015 + (100000.00 × 92) × 0.0135) ÷ 360 = 1482.50",
    );
  });

  it.each([
    ["on the day before the year", "2026-06-30", ["2026-07-01 2027-07-01 365 100000.00 0.0135"]],
    ["on its first day", "2026-07-01", ["2026-07-01 2027-07-01 365 100000.00 0.0135"]],
    [
      "on its second",
      "2026-07-02",
      ["2026-07-01 2026-07-02 1 100000.00 0.015", "2026-07-02 2027-07-01 364 100000.00 0.0135"],
    ],
    [
      "on its last",
      "2027-06-30",
      ["2026-07-01 2027-06-30 364 100000.00 0.015", "2027-06-30 2027-07-01 1 100000.00 0.0135"],
    ],
    ["on the day after it", "2027-07-01", ["2026-07-01 2027-07-01 365 100000.00 0.015"]],
  ])("%s", (_, from, periods) => {
    expect(told([ONE, row(from, "0.0135")])).toEqual(periods);
  });

  it("on the day of a movement parts the days once, in order however they are told", () => {
    const movements = [moved("2026-12-01", "500.00"), moved("2026-10-01", "200.00")];
    expect(told([ONE, LATER], movements)).toEqual([
      "2026-07-01 2026-10-01 92 100000.00 0.015",
      "2026-10-01 2026-12-01 61 100200.00 0.0135",
      "2026-12-01 2027-07-01 212 100700.00 0.0135",
    ]);
  });

  it("is known for each day, or nothing is told", () => {
    expect(() => told([row("2026-07-02", "0.015")])).toThrow("no deposit rate is known for 2026-07-01");
  });
});

describe("the balance of a day", () => {
  it.each([
    // Stated on 31 December: what is credited by then is in it.
    ["in it, and later than the day", moved("2026-09-01", "300.00"), ["99700.00", "100000.00"]],
    [
      "in it, and credited on its very day",
      moved("2026-09-01", "300.00", "2026-12-31"),
      ["99700.00", "100000.00"],
    ],
    ["not in it", moved("2027-02-01", "300.00"), ["100000.00", "100300.00"]],
    [
      "not in it, credited on the next day",
      moved("2027-02-01", "300.00", "2027-01-01"),
      ["100000.00", "100300.00"],
    ],
    [
      "not in it, though it earns from before",
      moved("2026-09-01", "300.00", "2027-01-01"),
      ["100000.00", "100300.00"],
    ],
    ["drawn out, and not in it", moved("2027-02-01", "-300.00"), ["100000.00", "99700.00"]],
    ["drawn out, and in it", moved("2026-09-01", "-300.00"), ["100300.00", "100000.00"]],
  ])("is told from the stated one by a movement that is %s", (_, movement, balances) => {
    const stated = account({ balance: yuan("100000.00"), balanceOn: date("2026-12-31") });
    const periods = periodsOf(stated, [movement], YEAR, [ONE]);
    expect(periods.map(({ from, balance }) => [from, formatMoney(balance)])).toEqual([
      ["2026-07-01", balances[0]],
      [movement.earnsFrom, balances[1]],
    ]);
  });

  it("is told of the year alone: what earns from before, from its first day or from after it parts no days", () => {
    const movements = [
      moved("2026-06-30", "1.00", "2026-07-02"),
      moved("2026-07-01", "20.00"),
      moved("2027-06-30", "300.00"),
      moved("2027-07-01", "4000.00"),
      moved("2027-07-02", "50000.00"),
    ];
    expect(told([ONE], movements)).toEqual([
      "2026-07-01 2027-06-30 364 100021.00 0.015",
      "2027-06-30 2027-07-01 1 100321.00 0.015",
    ]);
  });

  it("is nothing where more was drawn than there was, to the fen", () => {
    const of = (amount: string) => told([ONE], [moved("2026-07-01", amount)]);
    expect(of("-99999.99")).toEqual(["2026-07-01 2027-07-01 365 0.01 0.015"]);
    expect(of("-100000.00")).toEqual(["2026-07-01 2027-07-01 365 0.00 0.015"]);
    expect(of("-100000.01")).toEqual(["2026-07-01 2027-07-01 365 0.00 0.015"]);
  });
});
