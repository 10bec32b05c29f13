import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rate } from "../../../services/convenience/utilities/tariffs/rating.ts";
import {
  type Tariff,
  tariffOn,
  type UtilityKind,
} from "../../../services/convenience/utilities/tariffs/tariff.ts";
import { TARIFFS } from "../../../services/convenience/utilities/tariffs/tariffs.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { addDecimals, decimal, formatDecimal } from "../../../services/kernel/decimal.ts";
import { type Fen, formatMoney } from "../../../services/kernel/money.ts";
import { must } from "../../support/must.ts";
import { shippedTariff } from "./readings.ts";

const rateReading = (of: Tariff, usage: string, before = "0") =>
  must(rate(of, decimal(usage), decimal(before)));

describe("Beijing's tariffs, by worked examples", () => {
  it.each<[UtilityKind, string, string, string]>([
    // Water: 180 × 5.00 = 900.00, then 80 × 7.00 = 560.00, then 9.00.
    ["WATER", "0", "0", "0.00"],
    ["WATER", "180", "0", "900.00"],
    ["WATER", "181", "0", "907.00"],
    ["WATER", "260", "0", "1460.00"],
    ["WATER", "261", "0", "1469.00"],
    ["WATER", "300", "0", "1820.00"],
    ["WATER", "20", "170", "120.00"],
    ["WATER", "10", "170", "50.00"],
    ["WATER", "10", "180", "70.00"],
    ["WATER", "10", "255", "80.00"],
    ["WATER", "12.5", "0", "62.50"],
    // Electricity by the month: 240 × 0.4883 = 117.192, 160 × 0.5383 = 86.128, then 0.7883.
    ["ELECTRICITY", "240", "0", "117.19"],
    ["ELECTRICITY", "241", "0", "117.73"],
    ["ELECTRICITY", "400", "0", "203.32"],
    ["ELECTRICITY", "401", "0", "204.11"],
    // Gas: 350 × 2.61 = 913.50, 150 × 2.83 = 424.50, then 4.23.
    ["GAS", "350", "0", "913.50"],
    ["GAS", "351", "0", "916.33"],
    ["GAS", "500", "0", "1338.00"],
    ["GAS", "501", "0", "1342.23"],
    ["GAS", "100", "300", "272.00"],
  ])("%s: %s units after %s cost %s", (kind, usage, before, amount) => {
    expect(formatMoney(rateReading(shippedTariff(kind), usage, before).amount)).toBe(amount);
  });

  it("give a household with a boiler of its own wider tiers of gas", () => {
    expect(formatMoney(rateReading(shippedTariff("GAS", "OWN_BOILER"), "1500").amount)).toBe("3915.00");
    expect(formatMoney(rateReading(shippedTariff("GAS", "OWN_BOILER"), "1501").amount)).toBe("3917.83");
    expect(formatMoney(rateReading(shippedTariff("GAS", "OWN_BOILER"), "2501").amount)).toBe("6749.23");
  });
});

describe("a rating", () => {
  it("traces which usage fell into which tier at which price", () => {
    const { tiers } = rateReading(shippedTariff("WATER"), "300");
    expect(tiers.map((row) => [row.tier, formatDecimal(row.usage), formatMoney(row.amount)])).toEqual([
      [1, "180", "900.00"],
      [2, "80", "560.00"],
      [3, "40", "360.00"],
    ]);
  });

  it("begins in the tier that the cycle's usage has reached", () => {
    expect(rateReading(shippedTariff("WATER"), "10", "180").tiers.map(({ tier }) => tier)).toEqual([2]);
    expect(rateReading(shippedTariff("WATER"), "10", "179").tiers.map(({ tier }) => tier)).toEqual([1, 2]);
  });

  it.each(["-1", "1000000.1"])("refuses usage of %s", (usage) => {
    const problem = { error: { code: "USAGE_OUT_OF_RANGE" } };
    expect(rate(shippedTariff("WATER"), decimal(usage), decimal("0"))).toMatchObject(problem);
    expect(rate(shippedTariff("WATER"), decimal("0"), decimal(usage))).toMatchObject(problem);
  });

  const usages = fc.integer({ min: 0, max: 500_000 }).map((units) => ({ units: BigInt(units), places: 2 }));
  const kinds = fc.constantFrom(...TARIFFS);

  it("splits usage without remainder, and its amounts add up", () => {
    fc.assert(
      fc.property(kinds, usages, usages, (of, usage, before) => {
        const { amount, tiers } = must(rate(of, usage, before));
        const split = tiers.reduce((sum, row) => addDecimals(sum, row.usage), decimal("0"));
        expect(Number(formatDecimal(split))).toBe(Number(formatDecimal(usage)));
        expect(tiers.reduce((sum, row) => sum + row.amount, 0n)).toBe(amount);
      }),
    );
  });

  it("of a usage cut in two costs the same but for the rounding of two sums, wherever it is cut", () => {
    fc.assert(
      fc.property(kinds, usages, usages, (of, first, second) => {
        const whole: Fen = must(rate(of, addDecimals(first, second), decimal("0"))).amount;
        const parts = must(rate(of, first, decimal("0"))).amount + must(rate(of, second, first)).amount;
        expect(Math.abs(Number(whole - parts))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("the tariff in force", () => {
  const water = shippedTariff("WATER");
  const later: Tariff = { ...water, effectiveFrom: date("2027-01-01"), source: "later" };
  const question = { kind: water.kind, region: water.region, householdClass: water.householdClass };

  it("is the latest row whose day has come", () => {
    const rows = [water, later];
    expect(tariffOn(rows, { ...question, on: date("2026-12-31") })).toBe(water);
    expect(tariffOn(rows, { ...question, on: date("2027-01-01") })).toBe(later);
  });

  it("is not made up for a day before the first row", () => {
    expect(tariffOn([water], { ...question, on: date("2014-04-30") })).toBeUndefined();
  });
});
