import { describe, expect, it } from "vitest";
import {
  tierOfUsage,
  usageByYear,
  yearsIn,
} from "../../../services/convenience/utilities/readings/year-usage.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal, formatDecimal } from "../../../services/kernel/decimal.ts";
import { shippedTariff, timeOfUse } from "./readings.ts";

const years = (from: string, to: string, used: { usage: string } | { bands: [string, string, string] }) => {
  const how = "usage" in used ? { usage: decimal(used.usage) } : { timeOfUse: timeOfUse(...used.bands) };
  const parts = usageByYear({ from: date(from), to: date(to), ...how });
  return parts.map(({ year, used: share }) => `${year} ${formatDecimal(share)}`);
};

describe("usage by calendar years", () => {
  it("is of one year where the period is, the day of the next new year being its end", () => {
    expect(years("2026-11-01", "2027-01-01", { usage: "30" })).toEqual(["2026 30"]);
  });

  it("is split by days over a new year, and nothing is lost", () => {
    expect(years("2026-12-01", "2027-02-01", { usage: "31" })).toEqual(["2026 15.5", "2027 15.5"]);
    expect(years("2026-12-21", "2027-01-11", { usage: "10" })).toEqual(["2026 5.238", "2027 4.762"]);
  });

  it("adds up the parts of the day", () => {
    expect(years("2026-12-01", "2027-02-01", { bands: ["10", "0.4", "20.6"] })).toEqual([
      "2026 15.5",
      "2027 15.5",
    ]);
  });

  it("touches no more years than a reading can", () => {
    expect(yearsIn({ from: date("2026-03-01"), to: date("2027-01-01") })).toEqual(["2026", "2027"]);
    expect(yearsIn({ from: date("1900-01-01"), to: date("9999-12-31") })).toHaveLength(4);
  });
});

describe("the tier that a year's usage has reached", () => {
  it.each([
    ["0", 1],
    ["180", 1],
    ["180.001", 2],
    ["260", 2],
    ["260.1", 3],
  ])("is, after %s m³ of water, %i", (used, tier) => {
    expect(tierOfUsage(shippedTariff("WATER"), undefined, decimal(used))).toBe(tier);
  });

  it("is none where the tiers are a reading's", () => {
    const monthly = { ...shippedTariff("WATER"), cycle: "CALENDAR_MONTH" } as const;
    expect(tierOfUsage(monthly, undefined, decimal("10"))).toBeUndefined();
  });
});
