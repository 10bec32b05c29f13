import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { date } from "../../../services/kernel/civil-date.ts";
import { formatDecimal } from "../../../services/kernel/decimal.ts";
import { fen, formatMoney } from "../../../services/kernel/money.ts";
import { type Supply, vatRuleOn, withoutTax } from "../../../services/money/payments/vat.ts";

const TODAY = date("2026-11-23");

const parts = (supply: Supply, paid: bigint): readonly string[] => {
  const { withoutTax: price, tax } = withoutTax(fen(paid), vatRuleOn(supply, TODAY));
  return [formatMoney(price), formatMoney(tax)];
};

describe("value-added tax", () => {
  it.each([
    ["water, by the simplified levy of 3 %", "WATER", 10_300n, ["100.00", "3.00"]],
    ["electricity, at 13 %", "ELECTRICITY", 11_300n, ["100.00", "13.00"]],
    ["piped gas, at 9 %", "GAS", 10_900n, ["100.00", "9.00"]],
    ["electricity, rounded to the fen", "ELECTRICITY", 10_000n, ["88.50", "11.50"]],
    ["a fen of water, all of it price", "WATER", 1n, ["0.01", "0.00"]],
    ["stored value, not at all", "STORED_VALUE", 10_000n, ["100.00", "0.00"]],
  ] as const)("is taken out of the price: %s", (_, supply, paid, expected) => {
    expect(parts(supply, paid)).toEqual(expected);
  });

  it("and the price without it are what was paid, to the fen, whatever was paid", () => {
    const supply = fc.constantFrom<Supply>("WATER", "ELECTRICITY", "GAS", "STORED_VALUE");
    fc.assert(
      fc.property(supply, fc.bigInt({ min: 1n, max: 10n ** 14n }), (of, paid) => {
        const { withoutTax: price, tax } = withoutTax(fen(paid), vatRuleOn(of, TODAY));
        expect(price + tax).toBe(paid);
        expect(tax >= 0n && price >= 0n).toBe(true);
      }),
    );
  });

  it("is the rate in force on the day, the first day of a rule included", () => {
    const ruleOf = (supply: Supply, day: string) => {
      const { percent, effectiveFrom } = vatRuleOn(supply, date(day));
      return [formatDecimal(percent), effectiveFrom];
    };
    expect(ruleOf("GAS", "2025-12-31")).toEqual(["9", "2019-04-01"]);
    expect(ruleOf("GAS", "2026-01-01")).toEqual(["9", "2026-01-01"]);
    expect(() => vatRuleOn("GAS", date("2019-03-31"))).toThrow("no rule says how GAS was taxed");
  });
});
