import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newEs256Signer } from "../../../services/convenience/transit/ride-codes/es256.ts";
import { writeCode } from "../../../services/convenience/transit/ride-codes/ride-code.ts";
import { base64url, fromBase64url } from "../../../services/kernel/base64url.ts";
import { fingerprintOf } from "../../../services/kernel/commit/idempotency.ts";
import { HOUR_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { nodesAt } from "../../support/asking.ts";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { cardsOf, mutate, newKey, seedCard, seedTapSender, type TapSender, tapRow } from "./transit-world.ts";

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());
beforeEach(() => platform.clock.set("2026-11-23T08:00:00.000Z"));

type Held = Awaited<ReturnType<typeof seedCard>>;

const TABLE = "civigraph-test-records-live";
const ago = (minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);
const trail = ({ id }: Pick<Held, "id">) => trailOf(platform.database(), "records-live", id);
const balanceOf = async (card: Held) => textAt(await cardsOf(platform, card.token), 0, "balance");

async function unitsOf(...rows: readonly object[]): Promise<number> {
  await operator.tap(...rows);
  return Number(platform.logs.findLast(({ message }) => message === "request")?.["writeUnits"]);
}

async function tripsOf({ token }: Held): Promise<readonly Json[]> {
  const query = "{ me { transitCards { trips(first: 100) { edges { node { id status fare } } } } } }";
  const { data } = await platform.call({ query, token });
  return nodesAt(data, "me", "transitCards", 0, "trips");
}

const act = ({ token, id }: Held, action: string): Promise<Json> =>
  mutate(platform, { token }, `mutation { done: ${action}TransitCard(id: "${id}") { __typename } }`);

const correct = (tap: unknown, cardNumber?: string): Promise<Json> =>
  mutate(
    platform,
    { apiKey: operator.liveKey },
    `mutation ($input: CorrectTripInput!) { done: correctTrip(input: $input) {
      __typename ... on OperatedTrip { status fare } ... on Refusal { code } ... on InvalidInput { path } } }`,
    { input: { tap, cardNumber, station: "guomao", at: ago(10), reason: "闸机故障" } },
  );

describe("the taps of a card that come together", () => {
  it("are one commit and one notice: entry and exit cost 16 write units at most, and 23 apart", async () => {
    const [together, apart] = [await seedCard(platform, "20.00"), await seedCard(platform, "20.00")];
    const taps = ({ number }: Held) =>
      [tapRow("ENTRY", number, ago(40)), tapRow("EXIT", number, ago(10))] as const;
    const before = (await trail(together)).length;
    const [entry, exit] = taps(together);
    expect(await unitsOf(exit, entry)).toBeLessThanOrEqual(16);
    const added = (await trail(together)).slice(before);
    expect(added).toMatchObject([
      { action: "transit.tap.taken", reason: `${entry["number"]}, ${exit["number"]}` },
    ]);
    const [first, second] = taps(apart);
    expect((await unitsOf(first)) + (await unitsOf(second))).toBeLessThanOrEqual(23);
    for (const card of [together, apart]) expect(await balanceOf(card)).toBe("16.00");
  });

  it("are answered each for itself: one that cannot be taken keeps no other from being written", async () => {
    const card = await seedCard(platform, "20.00");
    const rows = [
      tapRow("ENTRY", card.number, ago(40)),
      tapRow("EXIT", card.number, ago(30), { station: "atlantis" }),
      tapRow("EXIT", card.number, ago(10)),
      tapRow("BUS", card.number, ago(5), { distanceKm: "-1" }),
      tapRow("BUS", card.number, ago(4)),
    ];
    const [entry, ...others] = rows;
    const outcomes = await operator.tap(...rows, { ...entry, station: "guomao" });
    expect(outcomes).toMatchObject([
      { status: "OPEN" },
      { code: "STATION_UNKNOWN" },
      { status: "COMPLETED", fare: "4.00" },
      { code: "DISTANCE_OUT_OF_RANGE" },
      { fare: "1.50" },
      { code: "TAP_NUMBER_TAKEN" },
    ]);
    expect(others).toHaveLength(4);
    expect(await balanceOf(card)).toBe("14.50");
  });

  it("are more than one commit where one cannot hold them, and all are taken once", async () => {
    const card = await seedCard(platform, "300.00");
    const signer = await newEs256Signer();
    const issued = await mutate(
      platform,
      card,
      `mutation { done: issueRideCredential(card: "${card.id}", devicePublicKey: "${base64url(signer.publicKey)}") {
        ... on RideCredential { credential } } }`,
    );
    const credential = fromBase64url(textAt(issued, "credential")) ?? expect.fail("no credential");
    platform.clock.advance(HOUR_MS);
    const rows = await Promise.all(
      Array.from({ length: 55 }, async (_, i) => {
        const madeAt = ago(55 - i);
        const chance = new Uint8Array(8).fill(i + 1);
        const code = await writeCode(credential, Date.parse(madeAt) / 1_000, chance, signer);
        return tapRow("BUS", "", madeAt, { cardNumber: null, rideCode: base64url(code) });
      }),
    );
    const before = (await trail(card)).length;
    const outcomes = await operator.tap(...rows);
    expect(outcomes.map((outcome) => at(outcome, "__typename"))).toEqual(Array(55).fill("OperatedTrip"));
    expect((await trail(card)).length - before).toBeGreaterThan(1);
    expect(await operator.tap(...rows)).toEqual(outcomes);
    expect(await tripsOf(card)).toHaveLength(55);
    expect(await balanceOf(card)).toBe("217.50");
  });

  it("spend the money on the card in their order: an entry is refused once the ones before it have spent it", async () => {
    const card = await seedCard(platform, "7.00");
    const rides = [60, 40, 20].map((minutes) =>
      tapRow("BUS", card.number, ago(minutes), { distanceKm: "25" }),
    );
    const gate = tapRow("ENTRY", card.number, ago(1));
    expect(await operator.tap(gate, ...rides)).toMatchObject([
      { code: "CARD_BELOW_MINIMUM" },
      ...[{ fare: "2.50" }, { fare: "2.50" }, { code: "CARD_BELOW_MINIMUM" }],
    ]);
    expect(await balanceOf(card)).toBe("2.00");
  });

  it("keep their card's trail whole, whatever else changes the card between", async () => {
    const card = await seedCard(platform, "20.00");
    await operator.tap(tapRow("ENTRY", card.number, ago(40)));
    await act(card, "freeze");
    await act(card, "unfreeze");
    await operator.tap(tapRow("EXIT", card.number, ago(10)));
    await operator.tap(tapRow("BUS", card.number, ago(5)));
    const entries = await trail(card);
    expect(brokenLink(card.id, entries)).toBeUndefined();
    expect(entries.filter(({ action }) => action === "transit.tap.taken")).toHaveLength(3);
  });
});

describe("a tap's number", () => {
  it("is known on the card that has taken over, too", async () => {
    const card = await seedCard(platform, "20.00");
    const [entry, bus] = [tapRow("ENTRY", card.number, ago(40)), tapRow("BUS", card.number, ago(60))];
    const taken = await operator.tap(entry, bus);
    await mutate(
      platform,
      card,
      `mutation { done: replaceTransitCard(idempotencyKey: "${newKey()}", id: "${card.id}") { __typename } }`,
    );
    expect(await operator.tap(entry, bus)).toEqual(taken);
    expect(await operator.tap({ ...bus, distanceKm: "30" })).toMatchObject([{ code: "TAP_NUMBER_TAKEN" }]);
  });

  it("is known as long as a tap is taken", async () => {
    const card = await seedCard(platform, "20.00");
    const rows = [tapRow("ENTRY", card.number, ago(0)), tapRow("BUS", card.number, ago(0))];
    const taken = await operator.tap(...rows);
    platform.clock.advance(48 * HOUR_MS);
    // Others are pruned by it.
    await operator.tap(tapRow("BUS", card.number, ago(1)));
    expect(await operator.tap(...rows)).toMatchObject(taken.map((trip) => ({ id: textAt(trip, "id") })));
    platform.clock.advance(1);
    expect(await operator.tap(...rows)).toMatchObject([{ code: "TAP_TOO_LATE" }, { code: "TAP_TOO_LATE" }]);
  });

  it("of one card says nothing of another's, and a correction has to say which is meant", async () => {
    const [one, other] = [await seedCard(platform, "20.00"), await seedCard(platform, "20.00")];
    const rows = [one, other].map(({ number }) =>
      tapRow("ENTRY", number, ago(40), { number: "gate-7-000123" }),
    );
    expect(await operator.tap(...rows)).toMatchObject([{ status: "OPEN" }, { status: "OPEN" }]);
    for (const card of [one, other]) {
      const [trip] = await tripsOf(card);
      const query = `{ node(id: "${textAt(trip ?? null, "id")}") { ... on TransitTrip { status } } }`;
      const { data } = await platform.call({ query, token: card.token });
      expect(at(data, "node")).toEqual({ status: "OPEN" });
    }
    expect(await correct("gate-7-000123")).toMatchObject({
      ...{ code: "CARD_NOT_NAMED", path: ["input", "cardNumber"] },
    });
    const whole = { __typename: "OperatedTrip", status: "COMPLETED", fare: "4.00" };
    expect(await correct("gate-7-000123", other.number)).toEqual(whole);
    expect([await balanceOf(one), await balanceOf(other)]).toEqual(["20.00", "16.00"]);
    expect(await correct("gate-7-000123")).toEqual(whole);
    expect(await balanceOf(one)).toBe("16.00");
  });
});

/** As a stage has them where taps had records and books had lists. */
describe("what was written before a card's rides kept their taps", () => {
  const read = async (pk: string, sk: string) =>
    (await platform.documents.send(new GetCommand({ TableName: TABLE, Key: { pk, sk } }))).Item ?? {};
  const write = (Item: object) =>
    platform.documents.send(new PutCommand({ TableName: TABLE, Item: { ...Item } }));

  it("is read: rides go on, and a tap that is sent again is known", async () => {
    const card = await seedCard(platform, "20.00");
    const entry = tapRow("ENTRY", card.number, ago(40), { number: "old-entry" });
    const [trip] = await operator.tap(entry);
    const { text, trail: _, ...book } = await read(card.id, "rides");
    expect(text).toContain("old-entry");
    const id = textAt(trip ?? null, "id");
    const pass = { kind: "ENTRY", at: ago(40), station: "xidan", isAirportLine: false, alone: 300 };
    const old = { ...pass, operator: operator.partnerId, tap: "old-entry" };
    await write({
      ...book,
      rides: [{ id, card: card.id, listedAt: ago(40), entry: old }],
      spent: [{ month: "2026-11", amount: 1200 }],
    });
    await write({
      ...{
        pk: `tap#${operator.partnerId}#old-entry`,
        sk: "tap",
        operator: operator.partnerId,
        number: "old-entry",
      },
      fingerprint: fingerprintOf(["ENTRY", ago(40), card.number, "xidan", false, null, null]),
      trip: { card: card.id, listedAt: ago(40), id },
    });
    expect(await operator.tap(entry)).toEqual([trip]);
    expect(await operator.tap({ ...entry, station: "guomao" })).toMatchObject([{ code: "TAP_NUMBER_TAKEN" }]);
    expect(await operator.tap(tapRow("EXIT", card.number, ago(10)))).toMatchObject([{ id, fare: "4.00" }]);
    const query = "{ me { transitCards { monthSpend } } }";
    const { data } = await platform.call({ query, token: card.token });
    expect(at(data, "me", "transitCards", 0, "monthSpend")).toBe("16.00");
    expect(brokenLink(card.id, await trail(card))).toBeUndefined();
  });

  it("is corrected by its number", async () => {
    const card = await seedCard(platform, "20.00");
    const entry = tapRow("ENTRY", card.number, ago(40));
    await operator.tap(entry);
    expect(await correct(entry["number"])).toMatchObject({ status: "COMPLETED", fare: "4.00" });
  });
});

it("the ledger is sound after all of this", async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
});
