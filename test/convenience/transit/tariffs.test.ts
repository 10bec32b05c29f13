import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { type Caller, mutate, seedCard, seedTapSender, type TapSender, tapRow } from "./transit-world.ts";

/** Midnight in Beijing before the day on which the fares change. */
const CHANGE = "2026-11-30T16:00:00.000Z" as Instant;
const DAY = "2026-12-01";

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());

const treasurer = async (): Promise<Caller> => ({
  token: await platform.tokens.officer({ roles: ["TREASURER"] }),
});

/** Each ride by metro is 9.00, and 1.00 less after a bus. */
const METRO = {
  ...{ region: "110000", mode: "METRO", effectiveFrom: DAY, source: "京发改〔2026〕1号" },
  distance: { bands: [{ upToKm: "6", price: "9.00" }], step: { km: "20", price: "0.00" } },
  ownLines: ["airport", "daxing"].map((line) => ({ line, distance: { bands: [{ price: "30.00" }] } })),
  earlyBird: { stations: ["tuqiao"], until: "06:30", percent: 50 },
  walkedTransfers: [{ stations: ["xidan", "fuxingmen"], minutes: 20 }],
  modeChange: { minutes: 90, off: "1.00" },
};

const TARIFF = `__typename ... on TransitTariff { mode effectiveFrom source
    distance { bands { upToKm price } step { km price } } cards { kind percent }
    cardsOutside { kind percent }
    earlyBird { stations until percent } walkedTransfers { stations minutes } modeChanges { from minutes off }
    ownLines { line distance { bands { price } } } monthlySpend { from percent } overstay { minutes extra } }
  ... on Refusal { code message } ... on InvalidInput { path }`;

const propose = (caller: Caller, changes: object = {}, dataMode = "LIVE"): Promise<Json> =>
  mutate(
    platform,
    caller,
    `mutation ($input: TransitTariffInput!) {
      done: proposeTransitTariff(input: $input, dataMode: ${dataMode}) { ${TARIFF} } }`,
    { input: { ...METRO, ...changes } },
  );

const agree = (caller: Caller, mode = "METRO", day = DAY): Promise<Json> =>
  mutate(
    platform,
    caller,
    `mutation { done: agreeToTransitTariff(region: "110000", mode: ${mode}, effectiveFrom: "${day}") { ${TARIFF} } }`,
  );

const ask = async (query: string, caller: Caller = {}): Promise<Json> => {
  const { data, text } = await platform.call({ query, ...caller });
  if (!data) throw new Error(text);
  return data;
};

const days = async (mode = "METRO", caller: Caller = {}): Promise<readonly string[]> => {
  const query = `{ transitTariffs(region: "110000", mode: ${mode}) { effectiveFrom } }`;
  const rules = at(await ask(query, caller), "transitTariffs") as readonly Json[];
  return rules.map((rule) => textAt(rule, "effectiveFrom"));
};

const quote = async (on: string): Promise<string> =>
  textAt(
    await ask(`{ transitRoute(region: "110000", from: "xidan", to: "guomao", on: "${on}") { fare } }`),
    "transitRoute",
    "fare",
  );

const partner = (): Caller => ({ apiKey: operator.liveKey });

describe("an operator's fares", () => {
  it("are published once a treasurer has agreed, are shown to everybody, and hold from their day on", async () => {
    expect(await propose(partner())).toMatchObject({
      ...{ __typename: "TransitTariff", mode: "METRO", effectiveFrom: DAY, source: METRO.source },
      distance: { bands: [{ upToKm: "6", price: "9.00" }], step: { km: "20", price: "0.00" } },
      cards: [{ kind: "STANDARD", percent: 100 }],
      earlyBird: [METRO.earlyBird],
      walkedTransfers: METRO.walkedTransfers,
      modeChanges: [{ from: "BUS", minutes: 90, off: "1.00" }],
      ...{ monthlySpend: [], overstay: null },
    });
    expect(await days()).toEqual(["2014-12-28"]);
    const waiting = '{ proposedTransitTariffs(region: "110000") { effectiveFrom mode } }';
    expect(await ask(waiting, partner())).toEqual({
      proposedTransitTariffs: [{ effectiveFrom: DAY, mode: "METRO" }],
    });
    const officer = await treasurer();
    expect(await agree(officer)).toMatchObject({ __typename: "TransitTariff" });
    expect(await agree(officer)).toMatchObject({ __typename: "TransitTariff" });
    expect(await ask(waiting, officer)).toEqual({ proposedTransitTariffs: [] });
    expect(await days()).toEqual([DAY, "2014-12-28"]);
    expect(await days("BUS")).toEqual(["2014-12-28"]);
    expect([await quote("2026-11-30"), await quote(DAY)]).toEqual(["4.00", "9.00"]);
  });

  it("price the rides that begin on their day, and leave those of before as they were, however late a tap comes", async () => {
    const card = await seedCard(platform, "100.00");
    platform.clock.set(plusMs(CHANGE, -60 * 60_000));
    const before = plusMs(CHANGE, -30 * 60_000);
    const after = plusMs(CHANGE, 30 * 60_000);
    expect(await operator.tap(tapRow("ENTRY", card.number, plusMs(before, -60 * 60_000)))).toMatchObject([
      { status: "OPEN" },
    ]);
    platform.clock.set(plusMs(CHANGE, 10 * 60 * 60_000));
    // Entered in the old month and day, and left in the new ones.
    const exit = tapRow("EXIT", card.number, plusMs(before, -20 * 60_000));
    expect(await operator.tap(exit)).toMatchObject([{ fare: "4.00" }]);
    expect(
      await operator.tap(tapRow("ENTRY", card.number, before), tapRow("EXIT", card.number, after)),
    ).toMatchObject([{ status: "OPEN" }, { fare: "4.00" }]);
    const rides = [120, 180].flatMap((minutes) => [
      tapRow("ENTRY", card.number, plusMs(CHANGE, minutes * 60_000)),
      tapRow("EXIT", card.number, plusMs(CHANGE, (minutes + 25) * 60_000)),
    ]);
    expect(await operator.tap(...rides)).toMatchObject([
      ...[{ status: "OPEN" }, { fare: "9.00" }],
      ...[{ status: "OPEN" }, { fare: "9.00" }],
    ]);
    // From a bus into the metro within 90 minutes: 1.00 less.
    const bus = tapRow("BUS", card.number, plusMs(CHANGE, 300 * 60_000));
    expect(await operator.tap(bus)).toMatchObject([{ fare: "1.50" }]);
    const changed = [
      tapRow("ENTRY", card.number, plusMs(CHANGE, 320 * 60_000)),
      tapRow("EXIT", card.number, plusMs(CHANGE, 345 * 60_000)),
    ];
    expect(await operator.tap(...changed)).toMatchObject([{ status: "OPEN" }, { fare: "8.00" }]);
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("begin on no day that has begun, and are agreed to before theirs begins", async () => {
    expect(await propose(partner(), { effectiveFrom: DAY })).toMatchObject({
      ...{ __typename: "InvalidInput", code: "TARIFF_NOT_AHEAD", path: ["input", "effectiveFrom"] },
    });
    expect(await propose(partner(), { effectiveFrom: "2026-12-02" })).toMatchObject({
      __typename: "TransitTariff",
    });
    // A gate's clock may be five minutes ahead.
    platform.clock.set("2026-12-01T15:56:00.000Z");
    const late = await treasurer();
    expect(await agree(late, "METRO", "2026-12-02")).toMatchObject({ code: "TARIFF_NOT_AHEAD" });
    expect(await days()).toEqual([DAY, "2014-12-28"]);
  });

  it("are proposed by an operator of the region and mode, or an officer, whom another has to agree with", async () => {
    const [one, other] = [await treasurer(), await treasurer()];
    const later = { effectiveFrom: "2026-12-20" };
    expect(await propose(one, later)).toMatchObject({ __typename: "TransitTariff" });
    expect(await agree(one, "METRO", "2026-12-20")).toMatchObject({ __typename: "SameOfficer" });
    expect(await agree(other, "METRO", "2026-12-20")).toMatchObject({ __typename: "TransitTariff" });
    expect(await agree(other, "BUS", "2026-12-20")).toMatchObject({ __typename: "NotFound" });
    expect(await propose(partner(), { ...later, region: "310000" })).toMatchObject({
      ...{ code: "NO_TRANSIT_IN_REGION", path: ["input", "region"] },
    });
    expect(
      await propose(partner(), { ...later, earlyBird: { ...METRO.earlyBird, stations: ["nowhere"] } }),
    ).toMatchObject({ code: "STATION_UNKNOWN", path: ["input", "earlyBird", "stations", "0"] });
    const three = [{ stations: ["xidan", "fuxingmen", "guomao"], minutes: 20 }];
    expect(await propose(partner(), { ...later, walkedTransfers: three })).toMatchObject({
      ...{ code: "TARIFF_NOT_A_PAIR", path: ["input", "walkedTransfers", "0", "stations"] },
    });
    const cards = [
      { kind: "STUDENT", percent: 50 },
      { kind: "SENIOR", percent: 120 },
    ];
    expect(await propose(partner(), { ...later, cards })).toMatchObject({
      ...{ code: "TARIFF_PERCENT_OUT_OF_RANGE", path: ["input", "cards", "1"] },
    });
  });

  it("of buses can have other prices for cards outside the city, which hold from their day on", async () => {
    const bus = {
      ...{ mode: "BUS", effectiveFrom: "2026-12-21", ownLines: null, earlyBird: null },
      ...{ walkedTransfers: null, modeChange: null },
      cards: [{ kind: "STANDARD", percent: 50 }],
      cardsOutside: [
        { kind: "STANDARD", percent: 90 },
        { kind: "STUDENT", percent: 40 },
      ],
    };
    const { cards, cardsOutside } = bus;
    expect(await propose(partner(), bus)).toMatchObject({ cards, cardsOutside });
    expect(await agree(await treasurer(), "BUS", "2026-12-21")).toMatchObject({ cards, cardsOutside });
    const fare = (on: string, card: string, outside: boolean) =>
      `transitFare(mode: BUS, region: "110000", distanceKm: "5", card: ${card}, outsideCity: ${outside}, on: "${on}") { fare }`;
    const query = `{ a: ${fare("2026-12-20", "STANDARD", true)} b: ${fare("2026-12-21", "STANDARD", true)}
      c: ${fare("2026-12-21", "STUDENT", true)} d: ${fare("2026-12-21", "STANDARD", false)} }`;
    expect(await ask(query)).toEqual({
      ...{ a: { fare: "1.60" }, b: { fare: "8.10" }, c: { fare: "3.60" }, d: { fare: "4.50" } },
    });
  });

  it("of a test key are the sandbox's, and price nothing else", async () => {
    const test = { apiKey: operator.testKey };
    expect(await propose(test, { effectiveFrom: "2026-12-24" })).toMatchObject({
      __typename: "TransitTariff",
    });
    const waiting = '{ proposedTransitTariffs(region: "110000") { effectiveFrom } }';
    expect(await ask(waiting, test)).toEqual({ proposedTransitTariffs: [{ effectiveFrom: "2026-12-24" }] });
    expect(at(await ask(waiting, partner()), "proposedTransitTariffs")).not.toContainEqual({
      effectiveFrom: "2026-12-24",
    });
  });

  it("say how they stand: proposed, to come, in force, replaced; and what a treasurer can do with those that wait", async () => {
    const [one, other] = [await treasurer(), await treasurer()];
    const DAYS = ["2027-01-10", "2027-01-20"];
    for (const effectiveFrom of DAYS) await propose(one, { effectiveFrom });
    const waiting = async (caller: Caller) => {
      const query = `{ proposedTransitTariffs(region: "110000") { standing isOwn availableActions effectiveFrom } }`;
      const all = at(await ask(query, caller), "proposedTransitTariffs") as readonly Json[];
      const found = all.filter((each) => DAYS.includes(textAt(each, "effectiveFrom")));
      return found.map((each) => ({
        ...{ standing: at(each, "standing"), isOwn: at(each, "isOwn") },
        availableActions: at(each, "availableActions"),
      }));
    };
    const proposed = { standing: "PROPOSED" };
    const own = { ...proposed, isOwn: true, availableActions: [] };
    expect(await waiting(one)).toEqual([own, own]);
    const others = { ...proposed, isOwn: false, availableActions: ["agreeToTransitTariff"] };
    expect(await waiting(other)).toEqual([others, others]);
    const standings = async () => {
      const query = `{ transitTariffs(region: "110000", mode: METRO) { standing isOwn availableActions effectiveFrom } }`;
      const shown = at(await ask(query, await treasurer()), "transitTariffs") as readonly Json[];
      const ended = shown.filter((each) => DAYS.includes(textAt(each, "effectiveFrom")));
      expect(shown.every((each) => at(each, "isOwn") === null)).toBe(true);
      expect(shown.flatMap((each) => at(each, "availableActions"))).toEqual([]);
      return ended.map((each) => textAt(each, "standing"));
    };
    platform.clock.set("2027-01-09T15:56:00.000Z");
    // A gate's clock may have the first day already.
    expect(await waiting(await treasurer())).toEqual([{ ...others, availableActions: [] }, others]);
    platform.clock.set("2027-01-09T02:00:00.000Z");
    for (const day of DAYS) await agree(await treasurer(), "METRO", day);
    expect(await standings()).toEqual(["TO_COME", "TO_COME"]);
    platform.clock.set("2027-01-09T16:00:00.000Z");
    expect(await standings()).toEqual(["TO_COME", "IN_FORCE"]);
    platform.clock.set("2027-01-19T16:00:00.000Z");
    expect(await standings()).toEqual(["IN_FORCE", "REPLACED"]);
  });

  it("name their stations and lines in the reader's language", async () => {
    const query = `{ transitTariffs(region: "110000", mode: METRO) {
      ownLines { line lineName } walkedTransfers { stationNames } earlyBird { stationNames } } }`;
    const { data } = await platform.call({ query, headers: { "accept-language": "en" } });
    const [shown] = at(data ?? {}, "transitTariffs") as readonly Json[];
    expect(shown).toMatchObject({ walkedTransfers: [{ stationNames: ["Xidan", "Fuxingmen"] }] });
    expect(shown).toMatchObject({ earlyBird: [{ stationNames: ["Tuqiao"] }] });
    expect(at(shown ?? {}, "ownLines")).not.toContainEqual(expect.objectContaining({ lineName: null }));
  });
});
