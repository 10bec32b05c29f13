import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, startPlatform, type TestPlatform } from "../../support/platform.ts";

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

  it("asks for a large household, which has wider tiers of water", async () => {
    const { data, errors } = await platform.call({
      query: `{ utilityQuote(
        kind: WATER, region: "110000", usage: "211", on: "2026-06-30", householdSize: 6
      ) { amount tariff { householdExtension { from first further } timeOfUse { peak } surcharges { name } minimum } } }`,
    });
    expect(errors).toEqual([]);
    // 210 × 5.00 + 1 × 7.00.
    expect(at(data, "utilityQuote")).toEqual({
      amount: "1057.00",
      tariff: {
        householdExtension: { from: 6, first: "30", further: "30" },
        timeOfUse: null,
        surcharges: [],
        minimum: null,
      },
    });
  });

  it("asks for a period across the year's end, and sees every line of how it comes about", async () => {
    const { data, errors } = await platform.call({
      query: `{ utilityQuote(
        kind: WATER, region: "110000", usage: "31", yearToDate: "180", from: "2026-12-16", on: "2027-01-15"
      ) { amount lines { kind from to tier band name usage price percent amount } } }`,
    });
    expect(errors).toEqual([]);
    const none = { band: null, name: null, percent: null };
    // 16 days × 7.00, and from the lowest tier 15 days × 5.00.
    expect(at(data, "utilityQuote")).toEqual({
      amount: "187.00",
      lines: [
        {
          ...{ kind: "TIER", from: "2026-12-16", to: "2027-01-01" },
          ...{ ...none, tier: 2, usage: "16", price: "7.00", amount: "112.00" },
        },
        {
          ...{ kind: "TIER", from: "2027-01-01", to: "2027-01-16" },
          ...{ ...none, tier: 1, usage: "15", price: "5.00", amount: "75.00" },
        },
      ],
    });
  });

  it("gets the same price for electricity whatever was used before in the year, because its tiers are the month's", async () => {
    const asked = 'kind: ELECTRICITY, region: "110000", usage: "100", on: "2026-06-30"';
    const [fresh, late] = await Promise.all([quote(asked), quote(`${asked}, yearToDate: "5000"`)]);
    expect(at(late.data, "utilityQuote", "amount")).toBe(at(fresh.data, "utilityQuote", "amount"));
  });

  it("is answered for the last day that dates know", async () => {
    const { data, errors } = await quote('kind: WATER, region: "110000", usage: "1", on: "9999-12-31"');
    expect(errors).toEqual([]);
    expect(at(data, "utilityQuote", "amount")).toBe("5.00");
  });

  it.each([
    [
      "a region without a tariff",
      'kind: GAS, region: "310000", usage: "1", on: "2026-06-30"',
      "Gas: no tariff of 上海市",
    ],
    [
      "a day before the first tariff",
      'kind: WATER, region: "110000", usage: "1", on: "1999-01-01"',
      "Water: no tariff of 北京市",
    ],
    ["negative usage", 'kind: WATER, region: "110000", usage: "-1", on: "2026-06-30"', "Usage has to be"],
    [
      "a household of nobody",
      'kind: WATER, region: "110000", usage: "1", on: "2026-06-30", householdSize: 0',
      "A household has 1 to 50 persons",
    ],
    [
      "a period that ends before it begins",
      'kind: WATER, region: "110000", usage: "1", from: "2026-07-01", on: "2026-06-30"',
      "A billing period has to be 1 to 1096 days long",
    ],
    [
      "a tariff without time of use",
      `kind: ELECTRICITY, region: "110000", timeOfUse: { peak: "60", flat: "0", valley: "40" }, on: "2026-06-30"`,
      "Electricity: the tariff of 北京市 has no prices by time of use",
    ],
    [
      "no usage",
      'kind: WATER, region: "110000", on: "2026-06-30"',
      "Give one of usage, timeOfUse and registers",
    ],
    [
      "usage told twice",
      `kind: ELECTRICITY, region: "110000", usage: "1", timeOfUse: { peak: "1", flat: "0", valley: "0" },
       on: "2026-06-30"`,
      "Give one of usage, timeOfUse and registers",
    ],
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
