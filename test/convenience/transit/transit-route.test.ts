import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, startPlatform, type TestPlatform } from "../../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const ask = (args: string) =>
  platform.call({
    query: `{ transitRoute(${args}) {
      fare legs { distanceKm airportLine stations { code name lines { name airportLine } } fare { fare percent } }
    } }`,
  });

describe("anybody", () => {
  it("asks for the way and its price", async () => {
    const { data } = await ask(
      'region: "110000", from: "xidan", to: "tiananmen-east", monthSpend: "100.00", on: "2026-06-30"',
    );
    const line = { name: "Line 1", airportLine: false };
    expect(at(data, "transitRoute")).toEqual({
      fare: "2.40",
      legs: [
        {
          distanceKm: "2.142",
          airportLine: false,
          fare: { fare: "2.40", percent: 80 },
          stations: [
            { code: "xidan", name: "Xidan", lines: [line] },
            { code: "tiananmen-west", name: "Tian'anmen West", lines: [line] },
            { code: "tiananmen-east", name: "Tian'anmen East", lines: [line] },
          ],
        },
      ],
    });
  });

  it("pays apart for the line to the airport", async () => {
    const { data } = await ask('region: "110000", from: "xidan", to: "terminal-2", on: "2026-06-30"');
    expect(at(data, "transitRoute", "fare")).toBe("29.00");
    expect(at(data, "transitRoute", "legs", 1, "fare")).toEqual({ fare: "25.00", percent: 100 });
  });

  it("is told which station is not known, and where none are", async () => {
    const unknown = await ask('region: "110000", from: "xidan", to: "atlantis", on: "2026-06-30"');
    expect(unknown.errors[0]?.message).toBe("There is no station atlantis; transitStations names them.");
    const elsewhere = await ask('region: "310000", from: "xidan", to: "atlantis", on: "2026-06-30"');
    expect(elsewhere.errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect(elsewhere.errors[0]?.message).toBe("The stations of 上海市 are not known.");
  });

  it("lists the stations of a region", async () => {
    const list = (region: string) =>
      platform.call({
        query: `{ transitStations(region: "${region}") { code name } }`,
        headers: { "accept-language": "zh" },
      });
    const { data } = await list("110000");
    expect(at(data, "transitStations", 0)).toEqual({
      code: "agricultural-exhibition-center",
      name: "农业展览馆",
    });
    expect((await list("310000")).data).toEqual({ transitStations: [] });
  });
});
