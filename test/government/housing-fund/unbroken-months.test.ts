import { describe, expect, it } from "vitest";
import { unbrokenMonths } from "../../../services/government/housing-fund/withdrawals/unbroken-months.ts";
import { addDays, addMonths, date, monthOf } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { ZERO } from "../../../services/kernel/money.ts";
import { account, contribution, yuan } from "./records.ts";

const TODAY = date("2026-03-02");

describe("months of unbroken contributions", () => {
  const stated = (balanceOn: string) => account({ balanceOn: date(balanceOn) });
  const paid = (...months: readonly string[]) => months.map((month) => contribution(month));

  it.each([
    ["all of the last three", ["2025-12", "2026-01", "2026-02"], 3],
    ["also over the turn of a year", ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02"], 5],
    ["in whatever order they come", ["2026-01", "2025-12", "2026-02"], 3],
    ["not what lies behind a gap", ["2025-10", "2025-11", "2026-01", "2026-02"], 2],
    ["not this month's, which is not over", ["2026-01", "2026-02", "2026-03"], 2],
    ["nothing where nothing was paid", [], 0],
  ])("count %s", (_, months, count) => {
    expect(unbrokenMonths(paid(...months), stated("2026-02-28"), TODAY)).toBe(count);
  });

  it.each([
    // The example of the report, and its neighbours.
    ["up to October, stated on its last day, on 1 December", "2026-10-31", "2026-12-01", 3],
    ["up to October, stated on the last of November", "2026-11-30", "2026-12-01", 3],
    ["up to October, stated on 1 December: November's has not arrived", "2026-12-01", "2026-12-01", 3],
    ["the same on the tenth", "2026-12-10", "2026-12-31", 3],
    ["the same later: missed, or late, a person tells", "2026-12-11", "2026-12-31", undefined],
    ["a month that was missed for certain", "2027-01-01", "2027-01-05", 0],
    ["stated two months ago", "2026-10-31", "2026-12-31", 3],
    ["stated longer ago", "2026-10-30", "2026-12-31", undefined],
    ["stated for the future of October", "2026-10-15", "2026-10-20", 2],
  ])("are counted from the last statement: %s", (_, balanceOn, today, count) => {
    const known = paid("2026-08", "2026-09", "2026-10");
    expect(unbrokenMonths(known, stated(balanceOn), date(today))).toBe(count);
  });

  it("are never broken by what has not arrived: on any day, whatever day the statement is of", () => {
    for (let back = 0; back < 40; back += 1) {
      const today = addDays(date("2026-12-10"), -back);
      const months = [1, 2, 3, 4, 5].map((ago) => monthOf(addMonths(date(`${monthOf(today)}-01`), -ago)));
      for (let age = 0; age < 60; age += 1) {
        const balanceOn = addDays(today, -age);
        // All months that were over a full month before the statement, and none later.
        const arrived = months.filter((month) => addMonths(date(`${month}-01`), 2) <= balanceOn);
        const found = unbrokenMonths(paid(...arrived), stated(balanceOn), today);
        if (arrived.length > 0) expect([undefined, arrived.length], `${today} ${balanceOn}`).toContain(found);
      }
    }
  });

  it("do not count a month for which nothing was paid", () => {
    const nothing = contribution("2026-01", { employer: ZERO, employee: ZERO });
    const months = [contribution("2026-02"), nothing, contribution("2025-12")];
    expect(unbrokenMonths(months, stated("2026-02-28"), TODAY)).toBe(1);
  });

  it.each([
    // The example of the report: with December paid, November was missed, whatever day the statement is of.
    ["2026-12-08", "2026-12-15", ["2026-08", "2026-09", "2026-10", "2026-12"], 0],
    ["2026-12-20", "2026-12-28", ["2026-08", "2026-09", "2026-10", "2026-12"], 0],
    ["2026-12-08", "2026-12-15", ["2026-08", "2026-09", "2026-10", "2026-11", "2026-12"], 4],
    ["2026-12-08", "2026-12-15", ["2026-08", "2026-09", "2026-10"], 3],
    ["2027-01-05", "2027-01-06", ["2026-09", "2026-10", "2026-11", "2027-01"], 0],
    ["2026-12-08", "2026-12-15", ["2026-12"], 0],
  ])(
    "are broken by a month that a later one was paid after: stated on %s, on %s, paid %s",
    (on, today, months, count) => {
      expect(unbrokenMonths(paid(...months), stated(on), date(today))).toBe(count);
    },
  );

  describe("are months of full contributions", () => {
    const each = (amount: string, ...months: readonly string[]) =>
      months.map((month) => contribution(month, { employer: yuan(amount), employee: yuan(amount) }));
    const last = ["2025-12", "2026-01", "2026-02"];

    // The base is 12,000.00 and each side pays 12 %: 1,440.00.
    it.each([
      ["full", each("1440.00", ...last), 3],
      ["more than full", each("1800.00", ...last), 3],
      ["of 0.50 yuan each", each("0.50", ...last), 0],
      ["a fen too low", each("1439.99", ...last), 0],
      [
        "with one too low before two",
        [...each("700.00", "2025-12"), ...each("1440.00", "2026-01", "2026-02")],
        2,
      ],
      [
        "with the newest too low",
        [...each("1440.00", "2025-12", "2026-01"), ...each("700.00", "2026-02")],
        0,
      ],
    ])("%s", (_, contributions, count) => {
      expect(unbrokenMonths(contributions, stated("2026-02-28"), TODAY)).toBe(count);
    });

    it("by the side in whole yuan, as fund centres round", () => {
      const base = account({ balanceOn: date("2026-02-28"), contributionBase: yuan("12003.00") });
      expect(unbrokenMonths(each("1440.00", ...last), base, TODAY)).toBe(3);
      expect(unbrokenMonths(each("1439.00", ...last), base, TODAY)).toBe(0);
    });

    // An account states the base of its own year, which begins in July.
    it.each([
      ["2026-09-30", ["2026-07", "2026-08", "2026-09"], ["2026-06"], 3],
      ["2026-08-31", ["2026-07", "2026-08"], ["2026-06"], undefined],
      ["2026-08-31", ["2026-07", "2026-08"], [], 2],
    ])("by the base of the statement's year: on %s full %s, before July less %s", (on, full, less, count) => {
      const contributions = [...each("1440.00", ...full), ...each("1300.00", ...less)];
      expect(unbrokenMonths(contributions, stated(on), addDays(date(on), 2))).toBe(count);
    });

    it.each([{ contributionBase: ZERO }, { employerRate: decimal("0"), employeeRate: decimal("0") }])(
      "as far as a base and rates are stated: %o goes to a person",
      (change) => {
        const without = account({ balanceOn: date("2026-02-28"), ...change });
        expect(unbrokenMonths(each("1440.00", ...last), without, TODAY)).toBeUndefined();
      },
    );
  });
});
