import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endDueRides } from "../../../services/convenience/transit/index.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { HOUR_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { nodesAt } from "../../support/asking.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { cardsOf, mutate, seedCard, seedTapSender, type TapSender, tapRow, topUp } from "./transit-world.ts";

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());
beforeEach(() => platform.clock.set("2026-11-23T08:00:00.000Z"));

type Seeded = Awaited<ReturnType<typeof seedCard>>;

/** So many minutes before now. */
const ago = (minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);
const entry = ({ number }: Seeded, minutes = 40, changes = {}) =>
  tapRow("ENTRY", number, ago(minutes), changes);
const exit = ({ number }: Seeded, minutes = 10, changes = {}) =>
  tapRow("EXIT", number, ago(minutes), changes);

const TRIP = `id mode status fare correction boardedAt operator { name } price { distanceKm full percent overstay }
  entry { at airportLine station { code name } } exit { station { code } }`;

async function tripsOf({ holder }: Seeded): Promise<readonly Json[]> {
  const query = `{ me { transitCards { monthSpend trips(first: 50) { edges { node { ${TRIP} } } } } } }`;
  // Time has passed, and tokens with it.
  const token = await platform.tokens.citizen(holder);
  const { data, text } = await platform.call({ query, token });
  if (!data) throw new Error(text);
  return nodesAt(data, "me", "transitCards", 0, "trips");
}

const balanceOf = async ({ holder }: Seeded) =>
  textAt(await cardsOf(platform, await platform.tokens.citizen(holder)), 0, "balance");

async function endRides() {
  const open = () => {
    const database = platform.database();
    return { database, commit: commitTo(database) };
  };
  const until = plusMs(platform.clock.now(), 60_000);
  return endDueRides({ open, now: platform.clock.now }, "live", until);
}

describe("a ride by metro", () => {
  it("is open after its entry, and charged with its exit", async () => {
    const card = await seedCard(platform, "20.00");
    const [begun] = await operator.tap(entry(card));
    expect(begun).toMatchObject({ status: "OPEN", fare: "0.00" });
    const [ended] = await operator.tap(exit(card));
    expect(ended).toEqual({ ...(begun as object), status: "COMPLETED", fare: "4.00" });
    expect(await tripsOf(card)).toEqual([
      {
        ...{ id: textAt(ended ?? null, "id"), mode: "METRO", status: "COMPLETED", fare: "4.00" },
        ...{ correction: null, boardedAt: null, operator: { name: "京港地铁" } },
        price: { distanceKm: "7.165", full: "4.00", percent: 100, overstay: "0.00" },
        entry: { at: ago(40), airportLine: false, station: { code: "xidan", name: "Xidan" } },
        exit: { station: { code: "guomao" } },
      },
    ]);
    expect(await balanceOf(card)).toBe("16.00");
  });

  it("is the same whatever came first, and taken once however often it is sent", async () => {
    const card = await seedCard(platform, "20.00");
    const [begins, ends] = [entry(card), exit(card)];
    expect(await operator.tap(ends)).toMatchObject([{ status: "OPEN", fare: "0.00" }]);
    const [trip] = await operator.tap(begins);
    expect(trip).toMatchObject({ status: "COMPLETED", fare: "4.00" });
    expect(await operator.tap(ends, begins, begins)).toEqual([trip, trip, trip]);
    expect(await balanceOf(card)).toBe("16.00");
  });

  it("is charged once when the same batch comes twice at the same time", async () => {
    const card = await seedCard(platform, "20.00");
    const rows = [exit(card), entry(card)];
    const batches = await Promise.all([operator.tap(...rows), operator.tap(...rows), operator.tap(...rows)]);
    expect(batches.flat().every((outcome) => at(outcome, "__typename") === "OperatedTrip")).toBe(true);
    expect(await balanceOf(card)).toBe("16.00");
  });

  it("is the same trip where another batch takes all its taps between two reads of this one", async () => {
    // Of the operator, of the card with its rides, and of its holder.
    const reads = ["transit-operator", "rides", "transit-rider"];
    for (const held of [0, 1, 2]) {
      const card = await seedCard(platform, "20.00");
      const rows = [entry(card), exit(card), tapRow("BUS", card.number, ago(1))];
      const taken: Json[] = [];
      platform.gate.delayRead(reads[held] ?? "", async () => {
        taken.push(...(await operator.tap(...rows)));
      });
      const outcomes = await operator.tap(...rows);
      const idsOf = (trips: readonly Json[]) => trips.map((trip) => at(trip, "id"));
      expect(idsOf(outcomes)).toEqual(idsOf(taken));
      expect(outcomes[held]).toMatchObject({ status: "COMPLETED" });
      expect(await balanceOf(card)).toBe("14.50");
    }
  });

  it("costs less as the month's spending grows, and a bus by the card", async () => {
    const card = await seedCard(platform, "300.00");
    const rides = Array.from({ length: 27 }, (_, i) => {
      const begins = 2_700 - i * 60;
      return [entry(card, begins), exit(card, begins - 30)];
    });
    const outcomes = await operator.tap(...rides.flat());
    const fares = outcomes.filter((_, i) => i % 2 === 1).map((outcome) => textAt(outcome, "fare"));
    expect(fares).toEqual([...Array.from({ length: 25 }, () => "4.00"), "3.20", "3.20"]);
    expect(await operator.tap(tapRow("BUS", card.number, ago(1)))).toMatchObject([{ fare: "1.50" }]);
    const query = "{ me { transitCards { monthSpend } } }";
    const { data } = await platform.call({ query, token: card.token });
    expect(at(data, "me", "transitCards", 0, "monthSpend")).toBe("106.40");
    expect(await balanceOf(card)).toBe("192.10");
  });
});

describe("a ride of which one end is missing", () => {
  it("is charged by the operator's rule after a day, and put right by a late tap", async () => {
    const card = await seedCard(platform, "20.00");
    await operator.tap(entry(card, 0));
    platform.clock.advance(24 * HOUR_MS);
    expect(await endRides()).toEqual({ ended: 0, inArrears: 0, finished: true, faults: [] });
    platform.clock.advance(1);
    expect(await endRides()).toEqual({ ended: 1, inArrears: 0, finished: true, faults: [] });
    expect(await endRides()).toEqual({ ended: 0, inArrears: 0, finished: true, faults: [] });
    expect(await tripsOf(card)).toMatchObject([{ status: "INCOMPLETE", fare: "3.00", price: null }]);
    await operator.tap(exit(card, 24 * 60 - 30));
    expect(await tripsOf(card)).toMatchObject([{ status: "COMPLETED", fare: "4.00" }]);
    expect(await balanceOf(card)).toBe("16.00");
  });

  it("is charged once, however many runs there are at once", async () => {
    const cards = await Promise.all([1, 2, 3].map(() => seedCard(platform, "20.00")));
    for (const card of cards) await operator.tap(entry(card, 0));
    platform.clock.advance(25 * HOUR_MS);
    const runs = await Promise.all([endRides(), endRides(), endRides(), endRides()]);
    expect(runs.reduce((sum, { ended }) => sum + ended, 0)).toBe(cards.length);
    for (const card of cards) {
      expect(await tripsOf(card)).toMatchObject([{ status: "INCOMPLETE", fare: "3.00" }]);
      expect(await balanceOf(card)).toBe("17.00");
    }
  });

  const correct = (tap: unknown, station: string, moment: string): Promise<Json> =>
    mutate(
      platform,
      { apiKey: operator.liveKey },
      `mutation ($input: CorrectTripInput!) { done: correctTrip(input: $input) {
        __typename ... on OperatedTrip { status fare } ... on Refusal { code }
        ... on InvalidInput { path } ... on NotAllowedNow { state }
      } }`,
      { input: { tap, station, at: moment, reason: "闸机故障" } },
    );

  it("is corrected by its operator: what was charged too much goes back, once", async () => {
    const card = await seedCard(platform, "20.00");
    const begins = entry(card, 0, { station: "guomao" });
    await operator.tap(begins);
    const left = plusMs(platform.clock.now(), 30 * 60_000);
    platform.clock.advance(25 * HOUR_MS);
    await endRides();
    expect(await balanceOf(card)).toBe("17.00");
    const whole = { __typename: "OperatedTrip", status: "COMPLETED", fare: "4.00" };
    expect(await correct(begins["number"], "xidan", left)).toEqual(whole);
    expect(await correct(begins["number"], "xidan", left)).toEqual(whole);
    expect(await tripsOf(card)).toMatchObject([
      { correction: "闸机故障", exit: { station: { code: "xidan" } } },
    ]);
    expect(await balanceOf(card)).toBe("16.00");
    expect(await correct(begins["number"], "guomao", plusMs(left, 1))).toMatchObject({
      ...{ code: "NOT_ALLOWED_NOW", state: "COMPLETED" },
    });
  });

  it("tells why it was corrected, however often it is priced anew", async () => {
    const card = await seedCard(platform, "300.00");
    const begins = entry(card, 40, { station: "guomao" });
    await operator.tap(begins);
    expect(await correct(begins["number"], "xidan", ago(10))).toMatchObject({ fare: "4.00" });
    // Late taps earn the month's discount, of which the corrected ride has more with each.
    const before = Array.from({ length: 44 }, (_, i) => [
      entry(card, 2_700 - i * 60),
      exit(card, 2_670 - i * 60),
    ]);
    for (const [rides, fare] of [
      [before.slice(0, 26), "3.20"],
      [before.slice(26), "2.00"],
    ] as const) {
      await operator.tap(...rides.flat());
      const [trip] = await tripsOf(card);
      expect(trip).toMatchObject({ fare, correction: "闸机故障", exit: { station: { code: "xidan" } } });
    }
    expect(await correct(begins["number"], "xidan", ago(10))).toMatchObject({ status: "COMPLETED" });
  });

  it("ends where its gate says, once that comes late: nobody pays for the end that was put in", async () => {
    const card = await seedCard(platform, "20.00");
    const begins = entry(card, 40, { station: "guomao" });
    await operator.tap(begins);
    const whole = { status: "COMPLETED", fare: "4.00" };
    expect(await correct(begins["number"], "xidan", ago(10))).toMatchObject(whole);
    expect(await operator.tap(exit(card, 8, { station: "xidan" }))).toMatchObject([whole]);
    expect(await correct(begins["number"], "xidan", ago(10))).toMatchObject(whole);
    platform.clock.advance(25 * HOUR_MS);
    expect(await endRides()).toMatchObject({ ended: 0 });
    expect(await tripsOf(card)).toMatchObject([{ ...whole, correction: "闸机故障" }]);
    expect(await balanceOf(card)).toBe("16.00");
  });

  it.each(["rides", "trp_"])(
    "is corrected once where another correction passes a read of %s",
    async (read) => {
      const card = await seedCard(platform, "20.00");
      const begins = entry(card, 40, { station: "guomao" });
      await operator.tap(begins);
      const left = ago(10);
      const others: Json[] = [];
      platform.gate.delayRead(read, async () => {
        others.push(await correct(begins["number"], "xidan", left));
      });
      const corrected = await correct(begins["number"], "xidan", left);
      expect([corrected, ...others]).toEqual(
        Array(2).fill({ __typename: "OperatedTrip", status: "COMPLETED", fare: "4.00" }),
      );
      expect(await balanceOf(card)).toBe("16.00");
    },
  );

  it("is corrected with what can be true only, and by its operator only", async () => {
    const card = await seedCard(platform, "20.00");
    const begins = entry(card, 60);
    await operator.tap(begins);
    expect(await correct(begins["number"], "atlantis", ago(30))).toMatchObject({ code: "STATION_UNKNOWN" });
    for (const moment of [ago(61), plusMs(platform.clock.now(), 60_000)]) {
      expect(await correct(begins["number"], "guomao", moment)).toMatchObject({
        ...{ code: "CORRECTION_DOES_NOT_FIT", path: ["input", "at"] },
      });
    }
    expect(await correct("unheard-of", "guomao", ago(30))).toMatchObject({ code: "TAP_NOT_FOUND" });
  });
});

describe("a card in arrears", () => {
  it("can end its ride below nothing, and the next top-up makes it good", async () => {
    const card = await seedCard(platform, "3.00");
    await operator.tap(entry(card), exit(card));
    expect(await balanceOf(card)).toBe("-1.00");
    await topUp(platform, card, card.number, "10.00");
    expect(await balanceOf(card)).toBe("9.00");
  });

  it("may not owe more than its limit: the tap is refused whole, and taken once there is money", async () => {
    const card = await seedCard(platform, "25.00");
    const entries = [160, 120, 80, 40].map((minutes) =>
      entry(card, minutes, { station: "dongzhimen", airportLine: true }),
    );
    const exits = [155, 115, 75, 35].map((minutes) =>
      exit(card, minutes, { station: "terminal-3", airportLine: true }),
    );
    // All of them begin before the first one is told to have ended.
    await operator.tap(...entries);
    const [first, second, third, fourth] = await operator.tap(...exits);
    expect([first, second, third]).toMatchObject([{ fare: "25.00" }, { fare: "25.00" }, { fare: "25.00" }]);
    expect(fourth).toMatchObject({ __typename: "CardInArrears", code: "CARD_ARREARS_LIMIT" });
    expect(await balanceOf(card)).toBe("-50.00");
    await topUp(platform, card, card.number, "60.00");
    expect(await operator.tap(...exits.slice(3))).toMatchObject([{ fare: "25.00" }]);
    expect(await balanceOf(card)).toBe("-15.00");
  });
});

describe("a row", () => {
  it("that is refused stops no other, and says what is wrong", async () => {
    const card = await seedCard(platform, "20.00");
    const good = entry(card);
    const outcomes = await operator.tap(
      { ...good, number: "a b" },
      { ...good, cardNumber: "3111000000000000003" },
      { ...good, cardNumber: "3111000000000000002" },
      { ...good, at: ago(48 * 60 + 1) },
      { ...good, at: ago(-6) },
      { ...good, station: "atlantis" },
      { ...good, station: "xidan", airportLine: true },
      { ...good, station: null },
      { ...tapRow("BUS", card.number, ago(1)), distanceKm: null },
      { ...tapRow("BUS", card.number, ago(1)), distanceKm: "1000.1" },
      good,
      { ...good, station: "guomao" },
    );
    expect(outcomes.map((outcome) => (outcome as Record<string, Json>)["code"] ?? null)).toEqual([
      ...["NOT_A_NUMBER", "NOT_A_CARD_NUMBER", "CARD_NOT_FOUND", "TAP_TOO_LATE", "TAP_IN_FUTURE"],
      ...[
        "STATION_UNKNOWN",
        "STATION_UNKNOWN",
        "STATION_MISSING",
        "DISTANCE_MISSING",
        "DISTANCE_OUT_OF_RANGE",
      ],
      ...[null, "TAP_NUMBER_TAKEN"],
    ]);
    expect(at(outcomes[3] ?? null, "path")).toEqual(["rows", "3", "at"]);
    expect(await tripsOf(card)).toHaveLength(1);
  });

  it("is one of 55 at most", async () => {
    const rows = Array.from({ length: 56 }, () => tapRow("BUS", "3111000000000000002", ago(1)));
    await expect(operator.tap(...rows)).rejects.toThrow("BAD_USER_INPUT");
  });
});

describe("the ledger", () => {
  it("is sound after all rides, and the operator is owed what cards have paid", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
    const query = "{ ledgerAccounts { kind balance } }";
    const { data } = await platform.call({ query, apiKey: operator.liveKey });
    expect(at(data, "ledgerAccounts")).toMatchObject([{ kind: "OPERATOR" }]);
  });
});
