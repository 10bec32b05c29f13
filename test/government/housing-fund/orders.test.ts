import { describe, expect, it } from "vitest";
import { nextDayFor, periodOf } from "../../../services/government/housing-fund/orders/order.ts";
import type { Period, Withdrawal } from "../../../services/government/housing-fund/withdrawal.ts";
import type { FundRecords } from "../../../services/government/housing-fund/withdrawals/fund-records.ts";
import { drawableForRent } from "../../../services/government/housing-fund/withdrawals/rent.ts";
import type { OrderTerms } from "../../../services/government/housing-fund/withdrawals/terms.ts";
import { date, type Month } from "../../../services/kernel/civil-date.ts";
import { formatMoney, ZERO } from "../../../services/kernel/money.ts";
import { account, yuan } from "./records.ts";

const termsOf = (everyMonths: OrderTerms["everyMonths"]): OrderTerms => ({
  ...{ region: account().region, effectiveFrom: date("2023-01-01"), everyMonths, onDay: 15 },
});

describe("the days of a standing order", () => {
  it.each([
    [1, "2026-03-02", undefined, "2026-03-15"],
    [1, "2026-03-15", undefined, "2026-03-15"],
    [1, "2026-03-16", undefined, "2026-04-15"],
    [1, "2026-12-31", undefined, "2027-01-15"],
    [3, "2026-03-02", undefined, "2026-03-15"],
    [3, "2026-03-16", undefined, "2026-06-15"],
    [3, "2026-11-30", undefined, "2026-12-15"],
    [3, "2026-12-16", undefined, "2027-03-15"],
    [1, "2026-03-02", "2026-03-10", "2026-03-11"],
    [1, "2026-03-02", "2026-03-15", "2026-03-15"],
  ] as const)("once in %s months, from %s until %s: first %s", (every, beginsOn, endsOn, first) => {
    const times = { beginsOn: date(beginsOn), ...(endsOn ? { endsOn: date(endsOn) } : {}) };
    expect(nextDayFor(times, termsOf(every))).toBe(first);
  });

  it.each([
    [1, "2026-03-15", "2025-01-01", "2026-03", "2026-03"],
    [3, "2026-03-15", "2025-01-01", "2026-01", "2026-03"],
    [3, "2026-03-15", "2026-02-10", "2026-02", "2026-03"],
  ] as const)(
    "once in %s months, a draw on %s of an order from %s is for %s to %s",
    (every, nextOn, beginsOn, from, to) => {
      expect(periodOf({ nextOn: date(nextOn), beginsOn: date(beginsOn) }, termsOf(every))).toEqual({
        from,
        to,
      });
    },
  );
});

describe("what a standing order draws for the rent of several months", () => {
  const quarter: Period = { from: "2026-01" as Month, to: "2026-03" as Month };
  const drawn = (amount: string, on: string, ordered?: Period): Withdrawal => ({
    ...{ id: "hfw_1", region: account().region, reason: "RENT", amount: yuan(amount), interest: ZERO },
    ...{ on: date(on), application: "app_1", payout: "pyo_1", closes: false },
    ...(ordered ? { ordered } : {}),
  });
  const most = (monthlyRent: string, withdrawals: readonly Withdrawal[], today: string, period?: Period) => {
    const records: FundRecords = {
      account: account({ balanceOn: date("2025-12-31") }),
      ...{ contributions: [], loans: [], settled: [], spouseBook: undefined },
      book: { citizenId: account().citizenId, withdrawals, revision: 1 },
      household: { stated: undefined, own: undefined, isConfirmed: false },
    };
    const found = drawableForRent(records, { monthlyRent }, date(today), period);
    return found === undefined ? undefined : formatMoney(found);
  };

  it.each([
    ["is the caps of all of them", "4500.00", [], "6000.00"],
    ["is the rent of all of them, where that is less", "1200.00", [], "3600.00"],
    ["is less what was drawn for one of them", "4500.00", [drawn("2000.00", "2026-02-03")], "4000.00"],
    ["is not less what was drawn before", "4500.00", [drawn("2000.00", "2025-12-31")], "6000.00"],
  ])("%s", (_, rent, withdrawals, amount) => {
    expect(most(rent, withdrawals, "2026-03-15", quarter)).toBe(amount);
  });

  it("leaves nothing of these months to a single withdrawal, and all of the next", () => {
    const book = [drawn("6000.00", "2026-03-15", quarter)];
    expect(most("4500.00", book, "2026-03-20")).toBe("0.00");
    expect(most("4500.00", book, "2026-04-01")).toBe("2000.00");
  });
});
