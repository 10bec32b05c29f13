import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, startPlatform, type TestPlatform } from "../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const quote = (args: string) =>
  platform.call({
    query: `{ utilityQuote(${args}) {
      amount tiers { tier usage price amount } tariff { unit cycle effectiveFrom tiers { upTo price } } } }`,
  });

describe("anybody", () => {
  it("asks what water costs, and sees how it comes about", async () => {
    const { data, errors } = await quote(
      'kind: WATER, region: "110000", usage: "300", yearToDate: "0", on: "2026-06-30"',
    );
    expect(errors).toEqual([]);
    expect(at(data, "utilityQuote")).toEqual({
      amount: "1820.00",
      tiers: [
        { tier: 1, usage: "180", price: "5.00", amount: "900.00" },
        { tier: 2, usage: "80", price: "7.00", amount: "560.00" },
        { tier: 3, usage: "40", price: "9.00", amount: "360.00" },
      ],
      tariff: {
        unit: "M3",
        cycle: "CALENDAR_YEAR",
        effectiveFrom: "2014-05-01",
        tiers: [
          { upTo: "180", price: "5.00" },
          { upTo: "260", price: "7.00" },
          { upTo: null, price: "9.00" },
        ],
      },
    });
  });

  it("gets the same price for electricity whatever was used before in the year, because its tiers are the month's", async () => {
    const asked = 'kind: ELECTRICITY, region: "110000", usage: "100", on: "2026-06-30"';
    const [fresh, late] = await Promise.all([quote(asked), quote(`${asked}, yearToDate: "5000"`)]);
    expect(at(late.data, "utilityQuote", "amount")).toBe(at(fresh.data, "utilityQuote", "amount"));
  });

  it.each([
    [
      "a region without a tariff",
      'kind: GAS, region: "310000", usage: "1", on: "2026-06-30"',
      "No GAS tariff",
    ],
    [
      "a day before the first tariff",
      'kind: WATER, region: "110000", usage: "1", on: "1999-01-01"',
      "No WATER",
    ],
    ["negative usage", 'kind: WATER, region: "110000", usage: "-1", on: "2026-06-30"', "Usage has to be"],
    [
      "a day that does not exist",
      'kind: WATER, region: "110000", usage: "1", on: "2026-02-30"',
      "2026-02-30",
    ],
  ])("is told what is wrong with %s", async (_, args, message) => {
    const { errors } = await quote(args);
    expect(errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect(errors[0]?.message).toContain(message);
  });
});
