import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findPlace } from "../../../../services/government/licences/status/find-place.ts";
import { LIST_SIZE } from "../../../../services/government/licences/status/licence-status.ts";
import { OPEN_LISTS, placeAt } from "../../../../services/government/licences/status/status-place.ts";
import { isTaken, listExceptions } from "../../../../services/government/licences/status/status-store.ts";
import { overtake } from "../../../support/overtake.ts";
import { startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { changeStatus, grant, newLicence } from "./granted.ts";
import { ofSamePlace } from "./same-place.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());
beforeEach(() => platform.gate.hold(undefined));

const store = (mode: "live" | "test" = "live") => ({ database: platform.database(), mode });

describe("a place of the status lists", () => {
  it("is drawn from each list and each part of it as often", () => {
    const drawn = Array.from({ length: 20_000 }, (_, i) => placeAt({ licence: "lic_even", version: i }, 1));
    const lists = Map.groupBy(drawn, ({ list }) => list);
    const parts = Map.groupBy(drawn, ({ index }) => Math.floor((index * 32) / LIST_SIZE));
    expect([lists.size, parts.size]).toEqual([OPEN_LISTS, 32]);
    // 625 each, and five standard deviations of 25.
    for (const some of [...lists.values(), ...parts.values()])
      expect(Math.abs(some.length - 625)).toBeLessThan(125);
  });

  it("is another one for each licence, version and draw", () => {
    const of = (licence: string, version: number, draw: number) =>
      JSON.stringify(placeAt({ licence, version }, draw));
    const places = ["lic_a", "lic_b"].flatMap((licence) =>
      [1, 2, 11].flatMap((version) => [1, 2, 11].map((draw) => of(licence, version, draw))),
    );
    expect(new Set(places).size).toBe(places.length);
    expect(of("lic_a", 1, 1)).toBe(places[0]);
  });

  it("is taken by the grant, and by no other version", async () => {
    const [first, second] = [await grant(platform), await grant(platform)];
    const next = await grant(platform, first.licence, { version: 2 });
    expect(first.place).toEqual(placeAt(first, 1));
    for (const { place } of [first, second, next]) expect(await isTaken(store(), place)).toBe(true);
    expect(new Set([first, second, next].map(({ place }) => JSON.stringify(place))).size).toBe(3);
  });

  it("is of one mode", async () => {
    const { licence, place } = await grant(platform);
    expect(await isTaken(store("test"), place)).toBe(false);
    expect((await grant(platform, licence, { mode: "test" })).place).toEqual(place);
  });

  it("that is taken is passed over for the next draw, in one read of both", async () => {
    const [one, other] = ofSamePlace();
    const { place } = await grant(platform, one);
    const { database, mode } = store();
    expect(await findPlace({ database, mode }, { licence: other, version: 1 })).toEqual(
      placeAt({ licence: other, version: 1 }, 2),
    );
    expect(place).toEqual(placeAt({ licence: other, version: 1 }, 1));
    expect(database.usage()).toMatchObject({ calls: 1, roundTripsDeep: 1 });
  });

  it("is found behind any number of rounds, and a licence that finds none is a fault", async () => {
    const version = { licence: newLicence(), version: 1 };
    const takenUpTo = (draws: number) => ({
      mode: "live" as const,
      database: {
        ...platform.database(),
        get: async (_: unknown, { pk }: { readonly pk: string }) =>
          Array.from({ length: draws }, (__, i) => placeAt(version, i + 1)).some(({ list, index }) =>
            pk.endsWith(`#${list}#${String(index).padStart(7, "0")}`),
          )
            ? { pk }
            : undefined,
      },
    });
    for (const draws of [3, 4, 39])
      expect(await findPlace(takenUpTo(draws), version)).toEqual(placeAt(version, draws + 1));
    await expect(findPlace(takenUpTo(40), version)).rejects.toThrow("more have to be opened");
  });

  it("that two grants draw at once is one's; both stand, at different places", async () => {
    const [one, other] = ofSamePlace();
    const granted: { readonly place: unknown }[] = [];
    await overtake(
      platform,
      async () => granted.push(await grant(platform, one)),
      async () => granted.push(await grant(platform, other)),
    );
    const drawn = placeAt({ licence: one, version: 1 }, 1);
    expect(granted.map(({ place }) => place)).toEqual([drawn, placeAt({ licence: one, version: 1 }, 2)]);
  });
});

describe("a status", () => {
  it("is changed only where it is what the change was decided on, and stands in the list of exceptions", async () => {
    const taken = await grant(platform);
    const { list, index } = taken.place;
    const exceptions = async () =>
      (await listExceptions(store(), list)).filter((exception) => exception.index === index);
    expect(await exceptions()).toEqual([]);
    expect(await changeStatus(platform, taken, "SUSPENDED")).toBe(true);
    expect(await exceptions()).toEqual([{ index, status: "SUSPENDED" }]);
    expect(await changeStatus(platform, taken, "INVALID")).toBe(false);
    expect(await changeStatus(platform, taken, "VALID", { expecting: "SUSPENDED" })).toBe(true);
    expect(await exceptions()).toEqual([]);
    expect(await changeStatus(platform, taken, "SUPERSEDED")).toBe(true);
    expect(await changeStatus(platform, taken, "INVALID", { expecting: "SUPERSEDED" })).toBe(true);
    expect(await exceptions()).toEqual([{ index, status: "INVALID" }]);
  });

  it("of another version's place, or of one that nobody has, is not changed", async () => {
    const taken = await grant(platform);
    expect(await changeStatus(platform, { ...taken, version: 2 }, "INVALID")).toBe(false);
    expect(await changeStatus(platform, { ...taken, licence: newLicence() }, "INVALID")).toBe(false);
    expect(await changeStatus(platform, taken, "INVALID", { mode: "test" })).toBe(false);
    expect(await changeStatus(platform, taken, "INVALID")).toBe(true);
  });
});
