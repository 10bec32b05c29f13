import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS, type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { typesTold } from "../../support/notifications.ts";
import { overtake } from "../../support/overtake.ts";
import { type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  bind,
  handOut,
  mutate,
  newKey,
  seedCard,
  seedTapSender,
  type TapSender,
  tapRow,
  topUp,
} from "./transit-world.ts";
import { collect, contractOf, end, type Held, paymentsOf, ride, sign } from "./withholding-world.ts";

const MORNING = "2026-11-23T02:00:00.000Z" as Instant;

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());
beforeEach(() => platform.clock.set(MORNING));

const ago = (minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);
const pass = (ms: number) => platform.clock.set(plusMs(platform.clock.now(), ms));

const NONE = { collected: 0, refused: 0, failed: 0, finished: true, faults: [] };
const refused = (code: string) => ({ __typename: "CardInArrears", code });

/** A card under a contract, with so much on it. */
async function signed(amount?: string): Promise<Held> {
  const card = await seedCard(platform, amount);
  expect(await sign(platform, card)).toMatchObject({ __typename: "TransitCard" });
  return card;
}

async function another({ token, holder }: Held, kind: string): Promise<Held> {
  const card = await handOut(platform, operator, kind);
  return { token, holder, number: card.number, id: textAt(await bind(platform, token, card), "id") };
}

/** The types of what a person is told. */
async function told(card: Held): Promise<readonly string[]> {
  const token = await platform.tokens.citizen(card.holder);
  return (await typesTold(platform, { token })).toSorted();
}

describe("a card under a contract", () => {
  it("lets its holder in with nothing on it; the ride is collected once, however many sweep at once", async () => {
    const card = await signed();
    expect(await contractOf(platform, card)).toMatchObject({
      cannotEnter: null,
      withholding: { channel: "SANDBOX", signedAt: MORNING, waiting: "0.00", refusedAt: null },
    });
    expect(await ride(platform, operator, card)).toMatchObject([{ status: "OPEN" }, { fare: "4.00" }]);
    expect(await contractOf(platform, card)).toMatchObject({
      balance: "-4.00",
      cannotEnter: null,
      withholding: { waiting: "4.00" },
    });
    const sweeps = await Promise.all([collect(platform), collect(platform), collect(platform)]);
    expect(sweeps.every(({ failed, finished }) => failed === 0 && finished)).toBe(true);
    expect(await contractOf(platform, card)).toMatchObject({
      balance: "0.00",
      withholding: { waiting: "0.00", collectedInMonth: "4.00" },
    });
    expect(await paymentsOf(platform, card)).toMatchObject([
      { status: "SUCCEEDED", amount: "4.00", transitCard: card.id },
    ]);
    expect(await collect(platform)).toEqual(NONE);
    expect(await told(card)).toEqual(["card.charged", "payment.succeeded"]);
  });

  it("pays from what is on it first, and only the rest is collected", async () => {
    const card = await signed("1.50");
    await ride(platform, operator, card);
    expect(await collect(platform)).toMatchObject({ collected: 1 });
    const amounts = (await paymentsOf(platform, card)).map((payment) => textAt(payment, "amount"));
    expect(amounts.toSorted()).toEqual(["1.50", "2.50"]);
  });

  it("boards a bus as well, and a ride whose exit never comes is collected, too", async () => {
    const card = await signed();
    expect(await operator.tap(tapRow("BUS", card.number, ago(3)))).toMatchObject([{ fare: "1.50" }]);
    expect(await operator.tap(tapRow("ENTRY", card.number, ago(2)))).toMatchObject([{ status: "OPEN" }]);
    expect(await collect(platform)).toMatchObject({ collected: 1 });
    expect(await contractOf(platform, card)).toMatchObject({ balance: "0.00" });
  });

  it("is refused while too much waits over all cards, and let in once that was collected", async () => {
    const card = await signed();
    const student = await another(card, "STUDENT");
    for (const minutes of [160, 120, 80]) await ride(platform, operator, card, minutes);
    await operator.tap(tapRow("ENTRY", card.number, ago(70)));
    // 12.00 waits, and one more ride is under way: its end is taken, and then nobody is let in.
    await operator.tap(tapRow("EXIT", card.number, ago(60)));
    const entry = tapRow("ENTRY", card.number, ago(5));
    expect(await operator.tap(entry)).toMatchObject([refused("FARES_UNCOLLECTED")]);
    // The other card has no contract, and no money.
    expect(await operator.tap(tapRow("ENTRY", student.number, ago(4)))).toMatchObject([
      refused("CARD_BELOW_MINIMUM"),
    ]);
    await topUp(platform, card, student.number, "5.00");
    expect(await operator.tap(tapRow("ENTRY", student.number, ago(3)))).toMatchObject([{ status: "OPEN" }]);
    expect(await collect(platform)).toMatchObject({ collected: 1 });
    expect(await operator.tap(entry)).toMatchObject([{ status: "OPEN" }]);
  });

  it("goes on with the card that takes over from it, also while a payment is under way", async () => {
    // 2.96 is pending for five seconds.
    const card = await signed("1.04");
    await ride(platform, operator, card);
    expect(await collect(platform)).toMatchObject({ collected: 0, failed: 0 });
    const replaced = await mutate(
      platform,
      card,
      `mutation { done: replaceTransitCard(idempotencyKey: "${newKey()}", id: "${card.id}") {
        ... on TransitCard { id number } } }`,
    );
    const next = { ...card, id: textAt(replaced, "id"), number: textAt(replaced, "number") };
    expect(await contractOf(platform, next)).toMatchObject({
      balance: "-2.96",
      withholding: { waiting: "2.96" },
    });
    expect(await contractOf(platform, card)).toMatchObject({ withholding: null });
    pass(11 * 60_000);
    expect(await collect(platform)).toMatchObject({ collected: 1 });
    expect(await contractOf(platform, next)).toMatchObject({ balance: "0.00" });
    pass(30 * 60_000);
    expect(await ride(platform, operator, next)).toMatchObject([{ status: "OPEN" }, { fare: "4.00" }]);
    expect(await collect(platform)).toMatchObject({ collected: 1 });
  });
});

describe("a collection that the channel declines", () => {
  /** A card whose ride leaves 2.91 to be collected, which the sandbox declines. */
  async function declined(): Promise<Held> {
    const card = await signed("1.09");
    await ride(platform, operator, card, 30);
    expect(await collect(platform)).toMatchObject({ collected: 0, refused: 1 });
    return card;
  }

  it("makes arrears: no card of the holder is let in until they are paid, and the holder is told once", async () => {
    const card = await declined();
    const student = await another(card, "STUDENT");
    await topUp(platform, card, student.number, "20.00");
    expect(await contractOf(platform, card)).toMatchObject({
      balance: "-2.91",
      cannotEnter: { code: "CARD_IN_ARREARS" },
      withholding: { refusedAt: MORNING },
    });
    const [entry, other] = [tapRow("ENTRY", card.number, ago(5)), tapRow("ENTRY", student.number, ago(4))];
    expect(await operator.tap(entry, other)).toMatchObject([
      refused("CARD_IN_ARREARS"),
      refused("HOLDER_IN_ARREARS"),
    ]);
    await topUp(platform, card, card.number, "3.00");
    expect(await operator.tap(other)).toMatchObject([{ status: "OPEN" }]);
    // With too little on it the card enters by its contract again, and what comes of it is collected and no arrears.
    expect(await operator.tap(entry)).toMatchObject([{ status: "OPEN" }]);
    expect(await operator.tap(tapRow("EXIT", card.number, ago(3)))).toMatchObject([{ fare: "4.00" }]);
    expect(await operator.tap(tapRow("ENTRY", card.number, ago(2)))).toMatchObject([{ status: "OPEN" }]);
    expect(await contractOf(platform, card)).toMatchObject({
      balance: "-3.91",
      cannotEnter: null,
      withholding: { refusedAt: null },
    });
    await topUp(platform, card, card.number, "4.00");
    expect(await collect(platform)).toEqual(NONE);
    expect((await told(card)).filter((type) => type.startsWith("fares."))).toEqual(["fares.not-collected"]);
  });

  it("is tried again on the next mornings, and then no more", async () => {
    const card = await declined();
    expect(await collect(platform)).toEqual(NONE);
    for (const day of [1, 2, 3]) {
      platform.clock.set(plusMs(MORNING, day * DAY_MS));
      expect(await collect(platform)).toMatchObject({ refused: 1 });
    }
    platform.clock.set(plusMs(MORNING, 4 * DAY_MS));
    expect(await collect(platform)).toEqual(NONE);
    const ends = (await paymentsOf(platform, card)).map((payment) => textAt(payment, "status"));
    expect(ends.toSorted()).toEqual(["FAILED", "FAILED", "FAILED", "FAILED", "SUCCEEDED"]);
    expect((await told(card)).filter((type) => type.startsWith("fares."))).toEqual(["fares.not-collected"]);
  });

  it("and was paid by hand meanwhile is not tried again", async () => {
    const card = await declined();
    await topUp(platform, card, card.number, "10.00");
    platform.clock.set(plusMs(MORNING, DAY_MS));
    expect(await collect(platform)).toEqual(NONE);
    expect(await contractOf(platform, card)).toMatchObject({
      balance: "7.09",
      cannotEnter: null,
      withholding: { refusedAt: null, collectedInMonth: "0.00" },
    });
  });
});

describe("what is collected in a day", () => {
  it("is no more than the contract says; what is above it is arrears, and collected on the next morning", async () => {
    const card = await signed();
    // 25.00 each, to the airport and back: eight of them are 200.00.
    const airport = (station: string) => ({ station, airportLine: true });
    for (let i = 8; i > 0; i -= 1) {
      const [from, to] = i % 2 ? ["dongzhimen", "terminal-3"] : ["terminal-3", "dongzhimen"];
      await operator.tap(
        tapRow("ENTRY", card.number, ago(i * 60), airport(from ?? "")),
        tapRow("EXIT", card.number, ago(i * 60 - 30), airport(to ?? "")),
      );
      expect(await collect(platform)).toMatchObject({ collected: 1 });
    }
    await ride(platform, operator, card);
    expect(await collect(platform)).toMatchObject({ collected: 0, refused: 1 });
    expect(await contractOf(platform, card)).toMatchObject({
      balance: "-4.00",
      cannotEnter: { code: "CARD_IN_ARREARS" },
      withholding: { collectedInMonth: "200.00", refusedAt: MORNING },
    });
    platform.clock.set(plusMs(MORNING, DAY_MS));
    expect(await collect(platform)).toMatchObject({ collected: 1 });
    expect(await contractOf(platform, card)).toMatchObject({
      balance: "0.00",
      cannotEnter: null,
      withholding: { collectedInMonth: "204.00", refusedAt: null },
    });
  });
});

describe("a contract", () => {
  it("is signed once, also by two at once; another channel takes the place of the one before", async () => {
    const card = await seedCard(platform);
    const both = await Promise.all([sign(platform, card), sign(platform, card)]);
    expect(both.map((each) => textAt(each, "withholding", "signedAt"))).toEqual([MORNING, MORNING]);
    pass(60_000);
    expect(await sign(platform, card)).toMatchObject({ withholding: { signedAt: MORNING } });
    expect(await sign(platform, card, "HOSTED")).toMatchObject({ __typename: "ChannelUnavailable" });
    expect(await sign(platform, card, "PREFUND")).toMatchObject({ __typename: "ChannelUnavailable" });
  });

  it("is signed by the holder of the card alone, and with nothing owed on any of their cards", async () => {
    const card = await seedCard(platform, "3.00");
    const stranger = await seedCard(platform);
    expect(await sign(platform, { ...stranger, id: card.id })).toMatchObject({ __typename: "NotFound" });
    await ride(platform, operator, card);
    expect(await sign(platform, card)).toMatchObject({ __typename: "CardBusy", code: "CARD_IN_ARREARS" });
    const student = await another(card, "STUDENT");
    expect(await sign(platform, student)).toMatchObject({ code: "HOLDER_IN_ARREARS" });
    await topUp(platform, card, card.number, "1.00");
    expect(await sign(platform, student)).toMatchObject({ __typename: "TransitCard" });
    const bearer = await handOut(platform, operator);
    expect(await operator.tap(tapRow("ENTRY", bearer.number, ago(1)))).toMatchObject([
      refused("CARD_BELOW_MINIMUM"),
    ]);
  });

  it("ends once all that was ridden under it is settled; then nothing is collected, and gates want a balance", async () => {
    const card = await signed();
    await operator.tap(tapRow("ENTRY", card.number, ago(40)));
    expect(await end(platform, card)).toMatchObject({ __typename: "CardBusy", code: "CARD_RIDE_OPEN" });
    await operator.tap(tapRow("EXIT", card.number, ago(10)));
    expect(await end(platform, card)).toMatchObject({ code: "COLLECTION_UNDER_WAY" });
    await collect(platform);
    expect(await end(platform, card)).toMatchObject({ __typename: "TransitCard", withholding: null });
    expect(await end(platform, card)).toMatchObject({ __typename: "TransitCard", withholding: null });
    expect(await operator.tap(tapRow("ENTRY", card.number, ago(1)))).toMatchObject([
      refused("CARD_BELOW_MINIMUM"),
    ]);
    expect(await collect(platform)).toEqual(NONE);
    expect(await sign(platform, card)).toMatchObject({ withholding: { collectedInMonth: "0.00" } });
  });

  it("does not end while a payment is under way, though the fare was paid by hand meanwhile", async () => {
    const card = await signed("1.04");
    await ride(platform, operator, card);
    await collect(platform);
    await topUp(platform, card, card.number, "10.00");
    expect(await end(platform, card)).toMatchObject({ code: "COLLECTION_UNDER_WAY" });
    pass(11 * 60_000);
    expect(await collect(platform)).toMatchObject({ collected: 1 });
    expect(await contractOf(platform, card)).toMatchObject({ balance: "10.00" });
    expect(await end(platform, card)).toMatchObject({ withholding: null });
  });

  it("that ends while an entry by it is on its way stands, or the entry is refused", async () => {
    const card = await signed();
    const outcomes: Json[] = [];
    const enter = async () => outcomes.push(...(await operator.tap(tapRow("ENTRY", card.number, ago(1)))));
    await overtake(platform, enter, () => end(platform, card));
    expect(outcomes).toMatchObject([refused("CARD_BELOW_MINIMUM")]);
    const other = await signed();
    const ended: Json[] = [];
    await overtake(
      platform,
      async () => ended.push(await end(platform, other)),
      () => operator.tap(tapRow("ENTRY", other.number, ago(1))),
    );
    expect(ended).toMatchObject([{ code: "CARD_RIDE_OPEN" }]);
  });

  it("collects nothing that was paid by hand, or corrected away, while it was being read", async () => {
    const card = await signed();
    await ride(platform, operator, card);
    const byHand = () => topUp(platform, card, card.number, "4.00");
    expect(await collect(platform, byHand)).toMatchObject({ collected: 0, refused: 0, failed: 0 });
    expect(await paymentsOf(platform, card)).toMatchObject([{ amount: "4.00" }]);
    expect(await contractOf(platform, card)).toMatchObject({ balance: "0.00" });
  });

  it("ends with its card", async () => {
    const card = await signed();
    const close = `mutation { done: closeTransitCard(id: "${card.id}") { __typename } }`;
    expect(await mutate(platform, card, close)).toEqual({ __typename: "TransitCard" });
    expect(await sign(platform, card)).toMatchObject({ __typename: "NotAllowedNow" });
    expect(await collect(platform)).toEqual(NONE);
  });

  it("stops a sweep in time, and the next one goes on", async () => {
    const card = await signed();
    await ride(platform, operator, card);
    expect(await collect(platform, undefined, platform.clock.now())).toMatchObject({
      collected: 0,
      finished: false,
    });
    expect(await collect(platform)).toMatchObject({ collected: 1, finished: true });
  });
});

describe("the ledger", () => {
  it("is sound after all of this", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
