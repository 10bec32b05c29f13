import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { owedAfter, type Part, type Terms } from "../../../services/convenience/utilities/owed.ts";
import { addDays, date } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { fen } from "../../../services/kernel/money.ts";

const DUE = date("2026-11-30");
const TERMS: Terms = {
  ...{ amount: fen(100_00n), dueOn: DUE },
  lateFee: { perMille: decimal("1"), graceDays: 5, capPercent: decimal("30") },
};
const part = (on: string, amount: bigint): Part => ({
  ...{ payment: "pay_0123456789abcdef", on: date(on), amount: fen(amount) },
});

describe("what is owed after a part of a bill was paid", () => {
  it("in time: of the rest alone the fee grows", () => {
    const owed = owedAfter(TERMS, [part("2026-11-20", 40_00n)], date("2026-12-10"));
    expect(owed).toEqual({ principal: 60_00n, lateFee: 60n });
  });

  it("late: the fee by then first, and of the bill what the part is more", () => {
    // Ten days at 0.1 % of 100.00 are 1.00; another ten of the 51.00 that are left, 0.51.
    const owed = owedAfter(TERMS, [part("2026-12-10", 50_00n)], date("2026-12-20"));
    expect(owed).toEqual({ principal: 51_00n, lateFee: 51n });
  });

  it("of less than the fee: the bill stays as it is, and so does the rest of the fee", () => {
    expect(owedAfter(TERMS, [part("2026-12-10", 30n)], date("2026-12-10"))).toEqual({
      ...{ principal: 100_00n, lateFee: 70n },
    });
  });

  it("never more than the cap, of what was unpaid when the fee began", () => {
    const parts = [part("2026-11-20", 50_00n)];
    expect(owedAfter(TERMS, parts, date("2030-01-01"))).toEqual({ principal: 50_00n, lateFee: 15_00n });
  });

  it("is never negative, never less for waiting, and what is paid is off it", () => {
    const days = fc.nat({ max: 400 });
    fc.assert(
      fc.property(days, fc.bigInt({ min: 1n, max: 99_99n }), days, (first, amount, later) => {
        const on = addDays(date("2026-11-01"), first);
        const before = owedAfter(TERMS, [], on);
        const paid = owedAfter(TERMS, [{ ...part("2026-11-01", amount), on }], on);
        expect(paid.principal + paid.lateFee).toBe(before.principal + before.lateFee - amount);
        expect(paid.principal >= 0n && paid.lateFee >= 0n).toBe(true);
        const then = owedAfter(TERMS, [{ ...part("2026-11-01", amount), on }], addDays(on, later));
        expect(then.principal).toBe(paid.principal);
        expect(then.lateFee >= paid.lateFee).toBe(true);
      }),
    );
  });
});
