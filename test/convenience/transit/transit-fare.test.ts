import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, startPlatform, type TestPlatform } from "../../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const ask = (args: string) =>
  platform.call({ query: `{ transitFare(${args}) { fare full percent effectiveFrom } }` });

describe("anybody", () => {
  it("asks what a ride costs", async () => {
    const { data, errors } = await ask(
      'mode: METRO, region: "110000", distanceKm: "32.1", monthSpend: "0.00", card: STANDARD, on: "2026-06-30"',
    );
    expect(errors).toEqual([]);
    expect(at(data, "transitFare")).toEqual({
      fare: "7.00",
      full: "7.00",
      percent: 100,
      effectiveFrom: "2014-12-28",
    });
  });

  it("asks where there is transit", async () => {
    const { data } = await platform.call({ query: "{ transitRegions { code name } }" });
    expect(data).toEqual({ transitRegions: [{ code: "110000", name: "北京市" }] });
  });

  it("sees what the month's spending has earned", async () => {
    const { data } = await ask(
      'mode: METRO, region: "110000", distanceKm: "20", monthSpend: "150.00", on: "2026-06-30"',
    );
    expect(at(data, "transitFare")).toMatchObject({ fare: "2.50", full: "5.00", percent: 50 });
  });

  it("asks what a bus costs outside the city", async () => {
    const { data } = await ask(
      'mode: BUS, region: "110000", distanceKm: "10", outsideCity: true, on: "2026-06-30"',
    );
    expect(at(data, "transitFare")).toMatchObject({ fare: "1.60", full: "2.00", percent: 80 });
  });

  it.each([
    [
      "a region without fares",
      'mode: BUS, region: "310000", distanceKm: "1", on: "2026-06-30"',
      "Bus: no fare of",
    ],
    ["a negative distance", 'mode: BUS, region: "110000", distanceKm: "-1", on: "2026-06-30"', "distance"],
    [
      "negative spending",
      'mode: BUS, region: "110000", distanceKm: "1", monthSpend: "-0.01", on: "2026-06-30"',
      "spent",
    ],
  ])("is told what is wrong with %s", async (_, args, message) => {
    const { errors } = await ask(args);
    expect(errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect(errors[0]?.message).toContain(message);
  });
});
