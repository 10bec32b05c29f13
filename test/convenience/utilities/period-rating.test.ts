import { describe, expect, it } from "vitest";
import { ratePeriod } from "../../../services/convenience/utilities/tariffs/period-rating.ts";
import type { Tariff } from "../../../services/convenience/utilities/tariffs/tariff.ts";
import { TARIFFS } from "../../../services/convenience/utilities/tariffs/tariffs.ts";
import { formatMoney } from "../../../services/kernel/money.ts";
import { must } from "../../support/must.ts";
import { everything, follows, linesOf, reading, shippedTariff, timeOfUse, type Wish } from "./readings.ts";

const rateReading = (wish: Wish, rows: readonly Tariff[] = TARIFFS) => must(ratePeriod(rows, reading(wish)));
const amount = (wish: Wish, rows?: readonly Tariff[]) => formatMoney(rateReading(wish, rows).amount);

const JUNE = { from: "2026-06-01", to: "2026-07-01" };
const WATER = shippedTariff("WATER");
const POWER = shippedTariff("ELECTRICITY");

describe("a month's reading", () => {
  it.each([
    // 10 × 5.00, which reaches 180 exactly.
    ["exactly on a tier", "10", "170", "50.00"],
    // 10 × 5.00 + 1 × 7.00.
    ["one unit above", "11", "170", "57.00"],
    // 10 × 5.00 + 80 × 7.00 + 10 × 9.00 = 50 + 560 + 90.
    ["across two tiers", "100", "170", "700.00"],
    ["of nothing", "0", "170", "0.00"],
  ])("%s costs what the year's usage makes of it", (_, usage, usedBefore, expected) => {
    expect(amount({ ...JUNE, usage, usedBefore })).toBe(expected);
  });

  it("is traced by tier", () => {
    expect(linesOf(rateReading({ ...JUNE, usage: "100", usedBefore: "170" }))).toEqual([
      "2026-06-01/2026-07-01 tier 1 10 × 5.00 = 50.00",
      "2026-06-01/2026-07-01 tier 2 80 × 7.00 = 560.00",
      "2026-06-01/2026-07-01 tier 3 10 × 9.00 = 90.00",
    ]);
  });
});

describe("a large household", () => {
  it.each([
    // Up to five persons: 180 × 5.00 + 31 × 7.00 = 900 + 217.
    ["WATER", undefined, "211", "1117.00"],
    ["WATER", 5, "211", "1117.00"],
    // Six: the first edge is 210; 210 × 5.00 + 1 × 7.00.
    ["WATER", 6, "210", "1050.00"],
    ["WATER", 6, "211", "1057.00"],
    // Its second edge is 290: 210 × 5.00 + 80 × 7.00 + 1 × 9.00 = 1050 + 560 + 9.
    ["WATER", 6, "291", "1619.00"],
    // Eight: three persons make it 270; 270 × 5.00 + 1 × 7.00.
    ["WATER", 8, "271", "1357.00"],
    // Gas: 150 more on every edge however many they are; 500 × 2.61 + 1 × 2.83.
    ["GAS", 5, "351", "916.33"],
    ["GAS", 6, "501", "1307.83"],
    ["GAS", 9, "501", "1307.83"],
    // No wider tiers of electricity are known: 240 × 0.4883 + 1 × 0.5383 = 117.192 + 0.5383.
    ["ELECTRICITY", 9, "241", "117.73"],
  ] as const)("of %s, %s persons, using %s, pays %s", (kind, householdSize, usage, expected) => {
    expect(amount({ kind, ...JUNE, usage, ...(householdSize ? { householdSize } : {}) })).toBe(expected);
  });
});

describe("a price that changes inside the period", () => {
  const rows = [WATER, follows(WATER, "2026-07-01", "6", "8", "10")];

  it("splits the usage by days", () => {
    // 15 days of June and 15 of July: 15 × 5.00 + 15 × 6.00.
    const wish = { from: "2026-06-16", to: "2026-07-16", usage: "30" };
    expect(amount(wish, rows)).toBe("165.00");
    expect(linesOf(rateReading(wish, rows))).toEqual([
      "2026-06-16/2026-07-01 tier 1 15 × 5.00 = 75.00",
      "2026-07-01/2026-07-16 tier 1 15 × 6 = 90.00",
    ]);
  });

  it("leaves to the last part what does not divide", () => {
    // 11 of 30 days: 10 × 11 / 30 = 3.666…, rounded down; 3.666 × 5.00 = 18.33 and 6.334 × 6.00 = 38.004.
    const wish = { from: "2026-06-20", to: "2026-07-20", usage: "10" };
    expect(linesOf(rateReading(wish, rows))).toEqual([
      "2026-06-20/2026-07-01 tier 1 3.666 × 5.00 = 18.33",
      "2026-07-01/2026-07-20 tier 1 6.334 × 6 = 38.00",
    ]);
  });

  it("lets the year's usage climb on", () => {
    // 175 + 5 is the edge; what comes after it is of the second tier, at the new price: 5 × 5.00 + 5 × 8.00.
    const wish = { from: "2026-06-16", to: "2026-07-16", usage: "10", usedBefore: "175" };
    expect(amount(wish, rows)).toBe("65.00");
  });

  it.each([
    ["on the first day leaves one part at the new price", "2026-07-01", "2026-08-01", "60.00"],
    ["on the day of the last reading leaves one part at the old price", "2026-06-01", "2026-07-01", "50.00"],
  ])("%s", (_, from, to, expected) => {
    expect(rateReading({ from, to, usage: "10" }, rows).lines).toHaveLength(1);
    expect(amount({ from, to, usage: "10" }, rows)).toBe(expected);
  });

  it("can change twice", () => {
    // Ten days each: 10 × 5.00 + 10 × 6.00 + 10 × 7.00.
    const twice = [...rows, follows(WATER, "2026-07-11", "7", "9", "11")];
    expect(amount({ from: "2026-06-21", to: "2026-07-21", usage: "30" }, twice)).toBe("180.00");
  });

  it("changes a month's price as well, whose usage climbs on", () => {
    // 16 of 31 days: 160 × 0.4883 = 78.128; 80 left of the first tier × 0.50 = 40; 70 × 0.55 = 38.50.
    const power = [POWER, follows(POWER, "2026-06-01", "0.50", "0.55", "0.80")];
    const wish = { kind: "ELECTRICITY", from: "2026-05-16", to: "2026-06-16", usage: "310" } as const;
    expect(amount(wish, power)).toBe("156.63");
  });

  it("begins anew where a tariff of the month becomes one of the year", () => {
    const yearly: Tariff = {
      ...follows(POWER, "2026-06-01", "0.50", "0.55", "0.80"),
      cycle: "CALENDAR_YEAR",
    };
    // 15 days each; 200 × 0.4883 = 97.66, then 200 × 0.50 = 100 from the lowest tier.
    const wish = { kind: "ELECTRICITY", from: "2026-05-17", to: "2026-06-16", usage: "400" } as const;
    expect(amount({ ...wish, usedBefore: "900" }, [POWER, yearly])).toBe("197.66");
  });
});

describe("a leap year's February", () => {
  const rows = [WATER, follows(WATER, "2028-03-01", "6", "8", "10")];

  it.each([
    // 15 to 29 February are 15 days, then 14 of March: 15 × 5.00 + 14 × 6.00.
    ["has its 29th day", "2028-02-15", "2028-03-15", "29", "159.00"],
    // The 29th alone.
    ["can be that day alone", "2028-02-29", "2028-03-01", "3", "15.00"],
    // The 29th and 1 March: 1 × 5.00 + 1 × 6.00.
    ["ends with it", "2028-02-29", "2028-03-02", "2", "11.00"],
  ])("%s", (_, from, to, usage, expected) => {
    expect(amount({ from, to, usage }, rows)).toBe(expected);
  });

  it("has a day less in another year", () => {
    // 14 days and 14: 14 × 5.00 + 14 × 6.00.
    const before = [WATER, follows(WATER, "2027-03-01", "6", "8", "10")];
    expect(amount({ from: "2027-02-15", to: "2027-03-15", usage: "28" }, before)).toBe("154.00");
  });

  it("can be the day of a new price", () => {
    // The 28th at 5.00, the 29th and 1 March at 6.00.
    const on = [WATER, follows(WATER, "2028-02-29", "6", "8", "10")];
    expect(amount({ from: "2028-02-28", to: "2028-03-02", usage: "3" }, on)).toBe("17.00");
  });
});

describe("a year's end inside the period", () => {
  it("begins the year's usage anew", () => {
    // 16 of 31 days in December: 5 × 5.00 to the edge of 180, 11 × 7.00; then 15 × 5.00 from the lowest tier.
    const wish = { from: "2026-12-16", to: "2027-01-16", usage: "31", usedBefore: "175" };
    expect(linesOf(rateReading(wish))).toEqual([
      "2026-12-16/2027-01-01 tier 1 5 × 5.00 = 25.00",
      "2026-12-16/2027-01-01 tier 2 11 × 7.00 = 77.00",
      "2027-01-01/2027-01-16 tier 1 15 × 5.00 = 75.00",
    ]);
    expect(amount(wish)).toBe("177.00");
  });

  it("does not touch a period that ends with the year", () => {
    // 5 × 5.00 + 26 × 7.00 = 25 + 182.
    const wish = { from: "2026-12-01", to: "2027-01-01", usage: "31", usedBefore: "175" };
    expect(amount(wish)).toBe("207.00");
  });

  it("does not touch a tariff of the month", () => {
    const wish = { kind: "ELECTRICITY", from: "2026-12-16", to: "2027-01-16", usage: "241" } as const;
    expect(amount(wish)).toBe("117.73");
  });

  it("can come twice, to a meter that nobody could read", () => {
    // 731 days: 1 of 2025, 365 of 2026, 365 of 2027; a unit a day. 5 + 2 × (900 + 560 + 105 × 9.00 = 2405).
    expect(amount({ from: "2025-12-31", to: "2028-01-01", usage: "731" })).toBe("4815.00");
  });
});

describe("a tariff of the month", () => {
  const power = (from: string, to: string, usage: string, usedBefore = "0") =>
    amount({ kind: "ELECTRICITY", from, to, usage, usedBefore });

  it("is judged by the reading month, whichever days it spans", () => {
    expect(power("2026-05-15", "2026-06-15", "241")).toBe("117.73");
  });

  it("does not look at the year's usage", () => {
    expect(power("2026-05-15", "2026-06-15", "241", "5000")).toBe("117.73");
  });

  it.each([
    // Two months' first tier ends at 480: 480 × 0.4883 = 234.384, and one more × 0.5383.
    ["2026-04-01", "2026-06-01", "480", "234.38"],
    ["2026-04-01", "2026-06-01", "481", "234.92"],
    // 45 days are still one month, 46 are two: 240 × 0.4883 + 60 × 0.5383 against 300 × 0.4883.
    ["2026-04-01", "2026-05-16", "300", "149.49"],
    ["2026-04-01", "2026-05-17", "300", "146.49"],
  ])("has the tiers of the months between readings: %s to %s, %s kWh", (from, to, usage, expected) => {
    expect(power(from, to, usage)).toBe(expected);
  });
});

describe("time of use", () => {
  const rows = [{ ...POWER, timeOfUse: timeOfUse("0.05", "0", "-0.2") }];

  it("adds to what the tiers cost, or takes off it", () => {
    // 300 in all: 240 × 0.4883 = 117.192, 60 × 0.5383 = 32.298; 100 × 0.05 = 5; 150 × -0.20 = -30.
    const bill = rateReading(
      { kind: "ELECTRICITY", ...JUNE, timeOfUse: timeOfUse("100", "50", "150") },
      rows,
    );
    expect(linesOf(bill)).toEqual([
      "2026-06-01/2026-07-01 tier 1 240 × 0.4883 = 117.19",
      "2026-06-01/2026-07-01 tier 2 60 × 0.5383 = 32.30",
      "2026-06-01/2026-07-01 peak 100 × 0.05 = 5.00",
      "2026-06-01/2026-07-01 flat 50 × 0 = 0.00",
      "2026-06-01/2026-07-01 valley 150 × -0.2 = -30.00",
    ]);
    expect(formatMoney(bill.amount)).toBe("124.49");
  });

  it("costs a household that did not choose it nothing", () => {
    expect(amount({ kind: "ELECTRICITY", ...JUNE, usage: "300" }, rows)).toBe("149.49");
  });

  it("is split by days like all usage", () => {
    const later = { ...rows[0], ...follows(POWER, "2026-06-16", "0.4883", "0.5383", "0.7883") };
    const changed = [...rows, { ...later, timeOfUse: timeOfUse("0.10", "0", "-0.1") }];
    // Half each: 300 as before 149.49; peak 50 × 0.05 + 50 × 0.10 = 7.50; valley 75 × -0.20 + 75 × -0.10 = -22.50.
    const wish = { kind: "ELECTRICITY", ...JUNE, timeOfUse: timeOfUse("100", "50", "150") } as const;
    expect(amount(wish, changed)).toBe("134.49");
  });
});

describe("what is charged besides usage", () => {
  const rows = [everything(POWER)];
  const whole = "2026-06-01/2026-07-01";

  it("stands in the trace by name, and counts in the one rounding", () => {
    // 149.49 for 300 kWh; 300 × 0.02 = 6; 1.5 % of 149.49 = 2.24235; 2.00 once: 159.73235.
    const bill = rateReading({ kind: "ELECTRICITY", ...JUNE, usage: "300" }, rows);
    expect(linesOf(bill)).toEqual([
      `${whole} tier 1 240 × 0.4883 = 117.19`,
      `${whole} tier 2 60 × 0.5383 = 32.30`,
      `${whole} fund 300 × 0.02 = 6.00`,
      `${whole} tax 1.5 % = 2.24`,
      `${whole} meter = 2.00`,
    ]);
    expect(formatMoney(bill.amount)).toBe("159.73");
  });

  it("is taken of what usage costs after time of use", () => {
    // 124.49 as above; 6.00; 1.5 % of 124.49 = 1.86735; 2.00: 134.35735.
    const wish = { kind: "ELECTRICITY", ...JUNE, timeOfUse: timeOfUse("100", "50", "150") } as const;
    expect(amount(wish, rows)).toBe("134.36");
  });

  it.each([
    // Nothing used: the fixed 2.00, and 4.00 to the minimum of 6.00.
    ["0", [`${whole} meter = 2.00`, `${whole} minimum = 4.00`], "6.00"],
    // 5 × 0.4883 = 2.4415; 0.10; 1.5 % = 0.0366; 2.00: 4.58, and 1.42 lacks.
    ["5", [`${whole} tax 1.5 % = 0.04`, `${whole} meter = 2.00`, `${whole} minimum = 1.42`], "6.00"],
  ])("comes to the minimum at least: %s kWh", (usage, lines, expected) => {
    const bill = rateReading({ kind: "ELECTRICITY", ...JUNE, usage }, rows);
    expect(linesOf(bill)).toEqual(expect.arrayContaining(lines));
    expect(formatMoney(bill.amount)).toBe(expected);
  });

  it("is charged once a bill where it is fixed, by the row of the last day, whatever changes inside", () => {
    const later = everything(follows(POWER, "2026-06-16", "0.4883", "0.5383", "0.7883"));
    const bill = rateReading({ kind: "ELECTRICITY", ...JUNE, usage: "300" }, [POWER, later]);
    // The first half has no surcharges: 150 × 0.02 = 3; usage 149.49 less 150 × 0.4883 = 76.245, of it 1.5 % = 1.143675.
    expect(linesOf(bill).slice(-3)).toEqual([
      "2026-06-16/2026-07-01 fund 150 × 0.02 = 3.00",
      "2026-06-16/2026-07-01 tax 1.5 % = 1.14",
      `${whole} meter = 2.00`,
    ]);
    expect(bill.tariff).toBe(later);
  });
});

describe("a reading that cannot be rated", () => {
  const good = { ...JUNE, usage: "1" };
  it.each<[string, Wish, object]>([
    ["of more than three years", { ...good, from: "2023-06-30" }, { code: "PERIOD_OUT_OF_RANGE" }],
    ["before the first price", { from: "2014-04-30", to: "2014-05-31", usage: "1" }, { code: "NO_TARIFF" }],
    ["of no days", { ...good, to: good.from }, { code: "PERIOD_OUT_OF_RANGE", values: { max: "1096" } }],
    ["backwards", { ...good, to: "2026-05-01" }, { code: "PERIOD_OUT_OF_RANGE" }],
    ["of negative usage", { ...good, usage: "-1" }, { code: "USAGE_OUT_OF_RANGE", field: "usage" }],
    ["of too much", { ...good, usage: "1000000.1" }, { code: "USAGE_OUT_OF_RANGE", field: "usage" }],
    ["after negative usage", { ...good, usedBefore: "-1" }, { field: "usedBefore" }],
    [
      "of nobody",
      { ...good, householdSize: 0 },
      { code: "HOUSEHOLD_SIZE_OUT_OF_RANGE", values: { max: "50" } },
    ],
    ["of a crowd", { ...good, householdSize: 51 }, { code: "HOUSEHOLD_SIZE_OUT_OF_RANGE" }],
    ["of half a person", { ...good, householdSize: 1.5 }, { code: "HOUSEHOLD_SIZE_OUT_OF_RANGE" }],
    [
      "by time of use without its prices",
      { ...JUNE, kind: "ELECTRICITY", timeOfUse: timeOfUse("1", "1", "1") },
      { code: "NO_TIME_OF_USE" },
    ],
    [
      "of negative usage by night",
      { ...JUNE, kind: "ELECTRICITY", timeOfUse: timeOfUse("2", "1", "-1") },
      { code: "USAGE_OUT_OF_RANGE", field: "timeOfUse" },
    ],
    [
      "of too much by day and night together",
      { ...JUNE, kind: "ELECTRICITY", timeOfUse: timeOfUse("600000", "0", "600000") },
      { code: "USAGE_OUT_OF_RANGE", field: "timeOfUse" },
    ],
  ])("%s is refused", (_, wish, error) => {
    expect(ratePeriod(TARIFFS, reading(wish))).toMatchObject({ ok: false, error });
  });
});
