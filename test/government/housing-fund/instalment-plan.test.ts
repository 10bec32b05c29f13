import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  equalInstalment,
  instalmentPlan,
} from "../../../services/government/housing-fund/instalment-plan.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { addMoney, fen, formatMoney } from "../../../services/kernel/money.ts";
import { loan, yuan } from "./records.ts";

const startedOn = date("2025-06-15");
const at = (rate: string) => [{ effectiveFrom: startedOn, rate: decimal(rate) }];

describe("a loan repaid in equal instalments", () => {
  it("of 1,000,000.00 over 360 months at 2.6 % costs 4,003.40 a month", () => {
    const plan = instalmentPlan(loan());
    expect(formatMoney(fen(equalInstalment(yuan("1000000.00"), decimal("0.026"), 360)))).toBe("4003.40");
    expect(new Set(plan.slice(0, -1).map(({ amount }) => formatMoney(amount)))).toEqual(new Set(["4003.40"]));
    expect(plan[0]).toEqual({
      number: 1,
      dueOn: "2025-07-15",
      interest: yuan("2166.67"),
      principal: yuan("1836.73"),
      amount: yuan("4003.40"),
      outstandingAfter: yuan("998163.27"),
    });
  });

  it("is computed anew from what is outstanding where the rate changes", () => {
    const granted = date("2024-09-15");
    const rates = [
      { effectiveFrom: granted, rate: decimal("0.0285") },
      { effectiveFrom: date("2026-01-01"), rate: decimal("0.026") },
    ];
    const plan = instalmentPlan(loan({ startedOn: granted, rates }));
    expect(formatMoney(plan[0]?.amount ?? fen(0n))).toBe("4135.57");
    // The month from 2025-12-15 began under the old rate; the one from 2026-01-15 is the first under the new.
    expect(plan[15]).toMatchObject({ dueOn: "2026-01-15", amount: yuan("4135.57") });
    expect(plan[16]).toMatchObject({ dueOn: "2026-02-15", amount: yuan("4008.32") });
    const left = plan[15]?.outstandingAfter ?? fen(0n);
    expect(equalInstalment(left, decimal("0.026"), 344)).toBe(plan[16]?.amount);
  });

  it("falls due on the last day of shorter months", () => {
    const plan = instalmentPlan(loan({ startedOn: date("2025-12-31"), rates: at("0.026") }));
    expect(plan.slice(0, 3).map(({ dueOn }) => dueOn)).toEqual(["2026-01-31", "2026-02-28", "2026-03-31"]);
  });

  it("without interest is the principal in equal parts", () => {
    const plan = instalmentPlan(loan({ principal: yuan("100.00"), termMonths: 3, rates: at("0") }));
    expect(plan.map(({ amount }) => formatMoney(amount))).toEqual(["33.33", "33.33", "33.34"]);
  });
});

describe("a loan repaid in equal parts of principal", () => {
  it("costs less every month", () => {
    const plan = instalmentPlan(
      loan({ method: "EQUAL_PRINCIPAL", termMonths: 120, principal: yuan("120000.00") }),
    );
    expect(new Set(plan.map(({ principal }) => formatMoney(principal)))).toEqual(new Set(["1000.00"]));
    expect(plan[0]?.interest).toBe(yuan("260.00"));
    expect(plan.at(-1)?.interest).toBe(yuan("2.17"));
  });
});

describe("any plan", () => {
  const loans = fc.record({
    principal: fc.bigInt({ min: 100_000n, max: 200_000_000n }).map(fen),
    rate: fc.integer({ min: 0, max: 5_000 }).map((units) => ({ units: BigInt(units), places: 5 })),
    termMonths: fc.integer({ min: 1, max: 360 }),
    method: fc.constantFrom("EQUAL_INSTALMENT" as const, "EQUAL_PRINCIPAL" as const),
  });

  it("repays exactly the principal, and no part of it is negative", () => {
    fc.assert(
      fc.property(loans, ({ rate, ...given }) => {
        const plan = instalmentPlan(loan({ ...given, rates: [{ effectiveFrom: startedOn, rate }] }));
        expect(plan).toHaveLength(given.termMonths);
        expect(addMoney(...plan.map(({ principal }) => principal))).toBe(given.principal);
        expect(plan.at(-1)?.outstandingAfter).toBe(0n);
        for (const { principal, interest, amount } of plan) {
          expect(principal >= 0n && interest >= 0n).toBe(true);
          expect(amount).toBe(principal + interest);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("in equal instalments ends with what rounding can leave over, and no more", () => {
    fc.assert(
      fc.property(loans, ({ rate, principal, termMonths }) => {
        const rates = [{ effectiveFrom: startedOn, rate }];
        const plan = instalmentPlan(loan({ principal, termMonths, rates, method: "EQUAL_INSTALMENT" }));
        const [first, last] = [plan[0]?.amount ?? 0n, plan.at(-1)?.amount ?? 0n];
        const apart = first > last ? first - last : last - first;
        // Up to a fen a month, which itself grows with interest: less than fivefold in 30 years at 5 %.
        expect(apart <= 5n * BigInt(termMonths)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
