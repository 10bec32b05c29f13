import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextSettlement, projectInterest } from "../../../services/government/housing-fund/interest.ts";
import { addDays, date } from "../../../services/kernel/civil-date.ts";
import { divideRounded, fen, formatMoney } from "../../../services/kernel/money.ts";
import { account, contribution, yuan } from "./records.ts";

const TODAY = date("2026-11-23");
const CITIZEN = account().citizenId;

describe("the next settlement", () => {
  it.each([
    ["2026-06-29", "2026-06-30"],
    ["2026-06-30", "2026-06-30"],
    ["2026-07-01", "2027-06-30"],
    ["2026-12-31", "2027-06-30"],
  ])("as of %s is on %s", (today, settlesOn) => {
    expect(nextSettlement(date(today))).toBe(settlesOn);
  });
});

describe("the projection of interest", () => {
  it("of 100,000.00 untouched from 1 July 2024 to 30 June 2025 is 1,520.83", () => {
    const projection = projectInterest(
      account({ balanceOn: date("2025-01-31") }),
      [],
      [],
      360,
      date("2025-02-01"),
    );
    expect(projection).toMatchObject({
      settlesOn: "2025-06-30",
      amount: yuan("1520.83"),
      formula: "(100000.00 × 365) × 0.015 ÷ 360 = 1520.83",
      dayBasis: 360,
      periods: [{ from: "2024-07-01", to: "2025-07-01", days: 365, balance: yuan("100000.00") }],
    });
  });

  it("on a day basis of 365 is the yearly rate of the balance", () => {
    const projection = projectInterest(account(), [], [], 365, TODAY);
    expect(projection?.amount).toBe(yuan("1500.00"));
  });

  it("counts a contribution from the day that it was paid in, both before and after the stated balance", () => {
    const projection = projectInterest(
      account({ balance: yuan("102880.00"), balanceOn: date("2026-10-31") }),
      [contribution("2026-10"), contribution("2026-11"), contribution("2026-05")],
      [],
      360,
      TODAY,
    );
    expect(projection?.periods).toMatchObject([
      { from: "2026-07-01", to: "2026-10-20", days: 111, balance: yuan("100000.00") },
      { from: "2026-10-20", to: "2026-11-20", days: 31, balance: yuan("102880.00") },
      { from: "2026-11-20", to: "2027-07-01", days: 223, balance: yuan("105760.00") },
    ]);
    expect(projection?.formula).toBe(
      "(100000.00 × 111 + 102880.00 × 31 + 105760.00 × 223) × 0.015 ÷ 360 = 1578.07",
    );
  });

  it("counts interest that was settled after the stated balance from 1 July on", () => {
    const projection = projectInterest(
      account({ balanceOn: date("2026-05-31") }),
      [],
      [{ citizenId: CITIZEN, on: date("2026-06-30"), amount: yuan("1500.00") }],
      360,
      TODAY,
    );
    expect(projection?.periods).toMatchObject([{ from: "2026-07-01", balance: yuan("101500.00") }]);
  });

  it("takes settled interest as part of a balance that was stated for the same day", () => {
    const settled = [{ citizenId: CITIZEN, on: date("2026-06-30"), amount: yuan("1500.00") }];
    const projection = projectInterest(account({ balanceOn: date("2026-06-30") }), [], settled, 360, TODAY);
    expect(projection?.periods).toMatchObject([{ from: "2026-07-01", balance: yuan("100000.00") }]);
  });

  it("begins with the account's opening where that lies in the year", () => {
    const young = account({ openedOn: date("2026-09-01"), balanceOn: date("2026-10-31") });
    expect(projectInterest(young, [], [], 360, TODAY)?.periods[0]?.from).toBe("2026-09-01");
  });

  it("never takes a balance for negative when more was withdrawn in the year than the files tell", () => {
    const contributions = [contribution("2026-08"), contribution("2026-09")];
    const projection = projectInterest(account({ balance: yuan("100.00") }), contributions, [], 360, TODAY);
    expect(projection?.periods.map(({ balance }) => formatMoney(balance))).toEqual([
      "0.00",
      "0.00",
      "100.00",
    ]);
  });

  it("holds for a sealed account, and a closed one has none", () => {
    expect(projectInterest(account({ status: "SEALED" }), [], [], 360, TODAY)).toBeDefined();
    const closed = account({ status: "CLOSED", balance: fen(0n) });
    expect(projectInterest(closed, [], [], 360, TODAY)).toBeUndefined();
  });

  it("covers every day of the year once, and is the sum of its periods", () => {
    const days = fc.integer({ min: 0, max: 300 }).map((days) => addDays(date("2026-07-01"), days));
    const payments = fc.uniqueArray(days, { maxLength: 14 });
    fc.assert(
      fc.property(payments, fc.bigInt({ min: 0n, max: 10n ** 9n }), (paidOn, balance) => {
        const contributions = paidOn.map((day) => contribution("2026-07", { paidOn: day }));
        const stated = account({ balance: fen(balance) });
        const projection = projectInterest(stated, contributions, [], 360, TODAY);
        const periods = projection?.periods ?? [];
        expect(periods.reduce((sum, { days }) => sum + days, 0)).toBe(365);
        for (const [i, { from }] of periods.entries()) if (i > 0) expect(periods[i - 1]?.to).toBe(from);
        const weighted = periods.reduce((sum, { balance, days }) => sum + balance * BigInt(days), 0n);
        expect(projection?.amount).toBe(divideRounded(weighted * 15n, 360_000n));
      }),
      { numRuns: 100 },
    );
  });
});
