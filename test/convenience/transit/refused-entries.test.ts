import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newEs256Signer } from "../../../services/convenience/transit/ride-codes/es256.ts";
import { writeCode } from "../../../services/convenience/transit/ride-codes/ride-code.ts";
import { base64url, fromBase64url } from "../../../services/kernel/base64url.ts";
import { DAY_MS, HOUR_MS, instantOf, plusMs } from "../../../services/kernel/runtime.ts";
import { nodesAt } from "../../support/asking.ts";
import { trailOf } from "../../support/audit-trail.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import * as world from "./transit-world.ts";
import { mutate, seedCard, seedTapSender, type TapSender, tapRow, topUp } from "./transit-world.ts";

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());
const START = "2026-11-23T08:00:00.000Z";
beforeEach(() => platform.clock.set(START));

type Held = Pick<Awaited<ReturnType<typeof seedCard>>, "holder" | "id" | "number">;

const ago = (minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);

const ENTRY = "at mode gate reason message keptUntil operator { name } station { code }";

async function refusedOf({ holder, id }: Held, language = "en"): Promise<readonly Json[]> {
  const token = await platform.tokens.citizen(holder);
  const query = `{ node(id: "${id}") { ... on TransitCard {
    balance refusedEntries(first: 50) { edges { node { ${ENTRY} } } } } } }`;
  const { data, text } = await platform.call({ query, token, headers: { "accept-language": language } });
  if (!data) throw new Error(text);
  return nodesAt(data, "node", "refusedEntries");
}

async function operatorsOf(on: string, sender: TapSender = operator): Promise<readonly Json[]> {
  const query = `{ refusedEntries(on: "${on}", first: 100) {
    edges { node { number cardNumber at mode gate reason keptUntil station { code } } } } }`;
  const { data, text } = await platform.call({ query, apiKey: sender.liveKey });
  if (!data) throw new Error(text);
  return nodesAt(data, "refusedEntries");
}

const act = async ({ holder }: Held, mutation: string): Promise<Json> =>
  mutate(platform, { token: await platform.tokens.citizen(holder) }, `mutation { done: ${mutation} }`);

const freeze = (card: Held) => act(card, `freezeTransitCard(id: "${card.id}") { __typename }`);

/** A second card of a person. */
async function another(card: Held & { readonly token: string }, amount: string): Promise<Held> {
  const handed = await world.handOut(platform, operator, "STUDENT");
  const id = textAt(await world.bind(platform, card.token, handed), "id");
  await topUp(platform, card, handed.number, amount);
  return { holder: card.holder, id, number: handed.number };
}

async function owing(amount: string) {
  const card = await seedCard(platform, amount);
  await operator.tap(tapRow("ENTRY", card.number, ago(60)), tapRow("EXIT", card.number, ago(30)));
  return card;
}

async function newCode({ holder, id }: Held): Promise<string> {
  const signer = await newEs256Signer();
  const issued = await act(
    { holder, id, number: "" },
    `issueRideCredential(card: "${id}", devicePublicKey: "${base64url(signer.publicKey)}") {
      ... on RideCredential { credential } }`,
  );
  const credential = fromBase64url(textAt(issued, "credential")) ?? expect.fail("no credential");
  const seconds = Math.floor(Date.parse(platform.clock.now()) / 1_000);
  return base64url(await writeCode(credential, seconds, new Uint8Array(8).fill(1), signer));
}

const gateOf = (card: Held, changes: object = {}) =>
  tapRow("ENTRY", card.number, ago(1), { gate: "A1", ...changes });

/** Each way to be refused: the card, the tap that is refused, and the reason with the beginning of its text. */
type Way = readonly [string, () => Promise<readonly [Held, object]>, reason: string, text: string];
const WAYS: readonly Way[] = [
  [
    "too little on the card",
    async () => {
      const card = await seedCard(platform, "2.99");
      return [card, gateOf(card)];
    },
    "CARD_BELOW_MINIMUM",
    "There were less than 3.00 yuan on the card. Top it up",
  ],
  [
    "a card in arrears",
    async () => {
      const card = await owing("3.00");
      return [card, gateOf(card)];
    },
    "CARD_IN_ARREARS",
    "The card was in arrears. Top it up",
  ],
  [
    "arrears of another card of its holder",
    async () => {
      const card = await another(await owing("3.00"), "20.00");
      return [card, gateOf(card)];
    },
    "HOLDER_IN_ARREARS",
    "Another card of yours was in arrears. Top that one up",
  ],
  [
    "a card that every gate had to refuse",
    async () => {
      const card = await seedCard(platform, "20.00");
      await freeze(card);
      platform.clock.advance(6 * HOUR_MS + 120_000);
      return [card, gateOf(card)];
    },
    "CARD_BLOCKED",
    "The card was frozen, replaced or closed: you pay nothing",
  ],
  [
    "a ride code that was used",
    async () => {
      const card = await seedCard(platform, "20.00");
      const shown = { cardNumber: null, rideCode: await newCode(card) };
      const [entry, again] = [1, 2].map((gate) =>
        tapRow("ENTRY", "", platform.clock.now(), { ...shown, gate: `A${gate}` }),
      );
      await operator.tap(entry ?? {});
      return [card, again ?? {}];
    },
    "RIDE_CODE_USED",
    "This ride code had been used before",
  ],
  ...(
    [
      ["BALANCE", "REFUSED_FOR_BALANCE", "There was too little on the card"],
      ["LISTED", "REFUSED_AS_LISTED", "The card was frozen, replaced or closed"],
      ["OTHER", "REFUSED_AT_GATE", "The gate did not let you in"],
    ] as const
  ).map(([refusedFor, reason, text]): Way => {
    const way = async () => {
      const card = await seedCard(platform, "20.00");
      return [card, gateOf(card, { refusedFor })] as const;
    };
    return [`a gate's own reason (${refusedFor})`, way, reason, text];
  }),
];

const balanceOf = async ({ holder, id }: Held): Promise<string> => {
  const token = await platform.tokens.citizen(holder);
  const query = `{ node(id: "${id}") { ... on TransitCard { balance trips { edges { node { id } } } } } }`;
  const { data } = await platform.call({ query, token });
  return JSON.stringify(at(data, "node"));
};

describe("an entry that is refused", () => {
  it.each(WAYS)("for %s is on record, with what to do, and costs nothing", async (_, way, reason, text) => {
    const [card, row] = await way();
    const before = await balanceOf(card);
    const [outcome] = await operator.tap(row);
    expect(at(outcome ?? null, "__typename")).not.toBe("OperatedTrip");
    const [entry = null, ...others] = await refusedOf(card);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      ...{ mode: "METRO", reason, operator: { name: "京港地铁" }, station: { code: "xidan" } },
      keptUntil: instantOf(Date.parse(textAt(entry, "at")) + 90 * DAY_MS),
    });
    expect(textAt(entry, "message").slice(0, text.length)).toBe(text);
    expect(textAt((await refusedOf(card, "zh"))[0] ?? null, "message")).toMatch(/[一-鿿]{4}/);
    const number = Object.entries(row).find(([name]) => name === "number")?.[1];
    const known = (await operatorsOf("2026-11-23")).filter((each) => at(each, "number") === number);
    expect(known).toMatchObject([{ cardNumber: card.number, reason, station: { code: "xidan" } }]);
    // The same again is the same.
    expect(await operator.tap(row)).toEqual([outcome]);
    expect(await refusedOf(card)).toHaveLength(1);
    expect(await balanceOf(card)).toBe(before);
  });

  it("on a bus is on record without a station", async () => {
    const card = await seedCard(platform, "1.00");
    const bus = tapRow("BUS", card.number, ago(1));
    expect(await operator.tap(bus)).toMatchObject([{ code: "CARD_BELOW_MINIMUM" }]);
    expect(await refusedOf(card)).toMatchObject([{ mode: "BUS", station: null, gate: null, at: ago(1) }]);
  });

  it("is no exit: a gate that has let somebody in lets them out", async () => {
    const card = await seedCard(platform, "20.00");
    const exit = tapRow("EXIT", card.number, ago(1), { refusedFor: "OTHER" });
    expect(await operator.tap(exit)).toMatchObject([
      { code: "EXIT_REFUSED", path: ["rows", "0", "refusedFor"] },
    ]);
    await freeze(card);
    platform.clock.advance(7 * HOUR_MS);
    const late = tapRow("EXIT", card.number, ago(1));
    expect(await operator.tap(late)).toMatchObject([{ code: "CARD_BLOCKED" }]);
    expect(await refusedOf(card)).toEqual([]);
  });

  it("gives way to its trip once the same tap is taken; the rides of the card go on as if it had never been", async () => {
    const card = await seedCard(platform, "1.00");
    const [entry, exit] = [gateOf(card, { at: ago(40) }), tapRow("EXIT", card.number, ago(10))];
    await operator.tap(entry);
    expect(await refusedOf(card)).toHaveLength(1);
    await topUp(platform, card, card.number, "20.00");
    expect(await operator.tap(entry, exit)).toMatchObject([{ status: "OPEN" }, { fare: "4.00" }]);
    expect(await refusedOf(card)).toEqual([]);
    const numbers = (await operatorsOf("2026-11-23")).map((each) => at(each, "number"));
    expect(numbers).not.toContain(entry["number"]);
  });

  it("stays on record where another tap was let in later", async () => {
    const card = await seedCard(platform, "1.00");
    await operator.tap(gateOf(card, { at: ago(30) }));
    await topUp(platform, card, card.number, "20.00");
    expect(await operator.tap(gateOf(card))).toMatchObject([{ status: "OPEN" }]);
    expect(await refusedOf(card)).toMatchObject([{ at: ago(30), reason: "CARD_BELOW_MINIMUM" }]);
  });

  it("stands under the card that was held to the gate, and under a number for one tap only", async () => {
    const card = await seedCard(platform, "20.00");
    const row = gateOf(card, { refusedFor: "OTHER" });
    await operator.tap(row);
    expect(await operator.tap({ ...row, station: "guomao" })).toMatchObject([{ code: "TAP_NUMBER_TAKEN" }]);
    const next = await act(
      card,
      `replaceTransitCard(idempotencyKey: "${world.newKey()}", id: "${card.id}") { ... on TransitCard { id number } }`,
    );
    expect(await operator.tap(row)).toMatchObject([{ __typename: "EntryRefused" }]);
    const late = gateOf(card, { refusedFor: "LISTED" });
    await operator.tap(late);
    expect(await refusedOf(card)).toHaveLength(2);
    const new_ = { holder: card.holder, id: textAt(next, "id"), number: textAt(next, "number") };
    expect(await refusedOf(new_)).toEqual([]);
  });

  it("is shown for 90 days, and then forgotten by the database", async () => {
    const card = await seedCard(platform, "1.00");
    await operator.tap(gateOf(card));
    platform.clock.advance(90 * DAY_MS - 60_001);
    expect(await refusedOf(card)).toHaveLength(1);
    platform.clock.advance(2);
    expect(await refusedOf(card)).toEqual([]);
    expect(await operatorsOf("2026-11-23")).not.toContainEqual(
      expect.objectContaining({ cardNumber: card.number }),
    );
    const { items } = await platform
      .database()
      .query({ table: "records-live", pk: card.id, skPrefix: "refused-entry#", limit: 5 });
    expect(items.map(({ ttl }) => ttl)).toEqual([Date.parse(START) / 1_000 - 60 + 90 * 24 * 3_600]);
  });

  it("is listed the latest first, in its card's trail, and by no other operator", async () => {
    const card = await seedCard(platform, "1.00");
    const rows = [30, 10, 20].map((minutes) => gateOf(card, { at: ago(minutes) }));
    await operator.tap(...rows);
    expect((await refusedOf(card)).map((each) => at(each, "at"))).toEqual([ago(10), ago(20), ago(30)]);
    const trail = await trailOf(platform.database(), "records-live", card.id);
    expect(trail.filter(({ action }) => action === "transit.entry.refused")).toHaveLength(1);
    const other = await seedTapSender(platform, "9111000010000000AQ");
    expect(await operatorsOf("2026-11-23", other)).toEqual([]);
    const stranger = { ...card, holder: platform.newCitizen() };
    await expect(refusedOf(stranger)).rejects.toThrow();
  });
});

it("the ledger is sound, and nobody owes anything for all of this", async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
});
