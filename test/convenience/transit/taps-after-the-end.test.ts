import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endDueRides } from "../../../services/convenience/transit/index.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { overtake } from "../../support/overtake.ts";
import { stateAccount } from "../../support/payout-accounts.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { mutate, newKey, seedCard, seedTapSender, type TapSender, tapRow } from "./transit-world.ts";

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());
const START = "2026-11-23T08:00:00.000Z";
beforeEach(() => platform.clock.set(START));

type Held = Awaited<ReturnType<typeof seedCard>>;
const HOUR_MINUTES = 60;

const ago = (minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);
const later = (minutes: number) => platform.clock.advance(minutes * 60_000);

const act = async ({ holder }: Held, mutation: string): Promise<Json> =>
  mutate(
    platform,
    { token: await platform.tokens.citizen(holder) },
    `mutation { done: ${mutation} {
      __typename ... on TransitCard { id number status balance notHoldersFrom payouts { id amount setOff status } }
      ... on Refusal { code } } }`,
  );

async function close(card: Held): Promise<Json> {
  const account = await stateAccount(platform, card.holder);
  return act(card, `closeTransitCard(id: "${card.id}", payoutAccount: "${account}")`);
}

/** The card, its payouts and what its trips say that they cost, as its holder reads them. */
async function read({ holder, id }: Pick<Held, "holder" | "id">) {
  const token = await platform.tokens.citizen(holder);
  const query = `{ node(id: "${id}") { ... on TransitCard {
    status balance payouts { amount setOff status } trips { edges { node { status fare } } } } } }`;
  const { data, text } = await platform.call({ query, token });
  if (!data) throw new Error(text);
  return at(data, "node");
}

const order = async (payout: string): Promise<Json> =>
  mutate(
    platform,
    { token: await platform.tokens.officer({ roles: ["TREASURER"] }) },
    `mutation { done: orderPayout(payout: "${payout}") { ... on Payout { status amount } } }`,
  );

async function endRides(): Promise<void> {
  const open = () => ({ database: platform.database(), commit: commitTo(platform.database()) });
  const until = plusMs(platform.clock.now(), 60_000);
  await endDueRides({ open, now: platform.clock.now }, "live", until);
}

/** Half an hour to a ride of 4.00, that ended so many minutes ago. */
const ride = ({ number }: Pick<Held, "number">, endedAgo: number) =>
  [tapRow("ENTRY", number, ago(endedAgo + 30)), tapRow("EXIT", number, ago(endedAgo))] as const;

const blocked = { __typename: "CardBlocked", code: "CARD_BLOCKED" };

describe("a ride that comes in after its card was closed", () => {
  it("is taken from the payout that is still owed", async () => {
    const card = await seedCard(platform, "20.00");
    const [entry, exit] = ride(card, 5);
    await close(card);
    expect(await operator.tap(entry, exit)).toMatchObject([{ fare: "0.00" }, { fare: "4.00" }]);
    expect(await read(card)).toMatchObject({
      ...{ status: "CLOSED", balance: "0.00" },
      payouts: [{ amount: "16.00", setOff: "4.00", status: "OWED" }],
      trips: { edges: [{ node: { status: "COMPLETED", fare: "4.00" } }] },
    });
  });

  it("calls the payout off where it takes all of it, and the rest is the operator's loss", async () => {
    const card = await seedCard(platform, "3.00");
    const taps = ride(card, 5);
    await close(card);
    const outcome = await operator.tap(...taps);
    expect(outcome).toMatchObject([{ fare: "0.00" }, { fare: "3.00", loss: "1.00" }]);
    expect(await read(card)).toMatchObject({
      ...{ balance: "0.00", payouts: [{ amount: "0.00", setOff: "3.00", status: "CANCELLED" }] },
    });
  });

  it("is the operator's loss where the bank was told to pay: nobody owes it", async () => {
    const card = await seedCard(platform, "20.00");
    const taps = ride(card, 5);
    const closed = await close(card);
    await order(textAt(closed, "payouts", 0, "id"));
    expect(await operator.tap(...taps)).toMatchObject([
      { fare: "0.00", loss: "0.00" },
      { fare: "0.00", loss: "4.00" },
    ]);
    expect(await read(card)).toMatchObject({
      balance: "0.00",
      payouts: [{ amount: "20.00", status: "ORDERED" }],
    });
  });

  it("is the operator's loss where nothing was on the card", async () => {
    const card = await seedCard(platform);
    const taps = ride(card, 5);
    await close(card);
    expect(await operator.tap(...taps)).toMatchObject([{ fare: "0.00" }, { fare: "0.00" }]);
    expect(await read(card)).toMatchObject({ balance: "0.00", payouts: [] });
  });

  it("is taken once, from a payout that is ordered in that moment or not at all", async () => {
    for (const isRideFirst of [true, false]) {
      const card = await seedCard(platform, "20.00");
      const [entry, exit] = ride(card, 5);
      const payout = textAt(await close(card), "payouts", 0, "id");
      await operator.tap(entry);
      const calls = [() => operator.tap(exit), () => order(payout)] as const;
      const [late, meanwhile] = isRideFirst ? calls : calls.toReversed();
      if (late && meanwhile) await overtake(platform, late, meanwhile);
      const found = at(await read(card), "payouts");
      const whole = { amount: "20.00", setOff: "0.00", status: "ORDERED" };
      expect(found).toEqual([isRideFirst ? whole : { ...whole, amount: "16.00", setOff: "4.00" }]);
    }
  });

  it("is decided on the card as it is: one that is closed in that moment owes nothing", async () => {
    const card = await seedCard(platform, "1.50");
    const bus = tapRow("BUS", card.number, ago(5));
    await overtake(
      platform,
      () => operator.tap(bus),
      () => close(card),
    );
    expect(await read(card)).toMatchObject({
      ...{ status: "CLOSED", balance: "0.00" },
      payouts: [{ amount: "0.00", setOff: "1.50", status: "CANCELLED" }],
    });
  });

  it("and comes to less than was charged gives the rest back: the card is closed again for it", async () => {
    const gates = await seedTapSender(platform, "9111000010000000AQ", { sameStationMinutes: 15 });
    const card = await seedCard(platform, "20.00");
    const entered = ago(30);
    await gates.tap(tapRow("ENTRY", card.number, entered));
    later(25 * HOUR_MINUTES);
    await endRides();
    expect(await close(card)).toMatchObject({ payouts: [{ amount: "17.00" }] });
    const offered = async () => {
      const token = await platform.tokens.citizen(card.holder);
      const query = `{ node(id: "${card.id}") { ... on TransitCard { balance availableActions } } }`;
      return at((await platform.call({ query, token })).data ?? null, "node");
    };
    expect(await offered()).toEqual({ balance: "0.00", availableActions: [] });
    const left = plusMs(entered, 5 * 60_000);
    expect(await gates.tap(tapRow("EXIT", card.number, left, { station: "xidan" }))).toMatchObject([
      { status: "COMPLETED", fare: "0.00" },
    ]);
    expect(await offered()).toEqual({ balance: "3.00", availableActions: ["close"] });
    expect(await close(card)).toMatchObject({
      ...{ status: "CLOSED", balance: "0.00", payouts: [{ amount: "17.00" }, { amount: "3.00" }] },
    });
    expect(await offered()).toEqual({ balance: "0.00", availableActions: [] });
  });

  it("and of which an end is missing is charged in time to the payout, too", async () => {
    const card = await seedCard(platform, "20.00");
    const [entry] = ride(card, 5);
    await close(card);
    await operator.tap(entry);
    later(25 * HOUR_MINUTES);
    await endRides();
    expect(await read(card)).toMatchObject({
      ...{ balance: "0.00", payouts: [{ amount: "17.00", setOff: "3.00" }] },
      trips: { edges: [{ node: { status: "INCOMPLETE", fare: "3.00" } }] },
    });
  });

  it("beyond the time that the list of refused cards states is the operator's own", async () => {
    const card = await seedCard(platform, "20.00");
    await close(card);
    later(6 * HOUR_MINUTES + 10);
    const [entry, exit] = ride(card, 1);
    const outcomes = await operator.tap(entry, exit);
    expect(outcomes).toMatchObject([{ status: "OPEN" }, blocked]);
    expect(await operator.tap(tapRow("ENTRY", card.number, ago(5)))).toMatchObject([blocked]);
  });
});

describe("a card that is frozen", () => {
  it("is its holder's until every gate has the list, and the operator's from then on", async () => {
    const card = await seedCard(platform, "20.00");
    const frozen = await act(card, `freezeTransitCard(id: "${card.id}")`);
    expect(at(frozen, "notHoldersFrom")).toBe("2026-11-23T14:00:00.000Z");
    later(6 * HOUR_MINUTES);
    const [before, after] = [ride(card, 1), tapRow("BUS", card.number, ago(0))];
    expect(await operator.tap(...before)).toMatchObject([{ status: "OPEN" }, { fare: "4.00" }]);
    const [outcome] = await operator.tap(after);
    expect(outcome).toMatchObject({
      ...blocked,
      message:
        "Every gate had to refuse this card from 2026-11-23T14:00:00.000Z on; the tap is on record, and the ride is the operator's own.",
    });
    // The same tap again has the same answer, and another one under its number has none.
    expect(await operator.tap(after)).toEqual([outcome]);
    expect(await operator.tap({ ...after, distanceKm: "20" })).toMatchObject([{ code: "TAP_NUMBER_TAKEN" }]);
    expect(await read(card)).toMatchObject({ balance: "16.00" });
  });

  it("and found again is its holder's again, but for the time between", async () => {
    const card = await seedCard(platform, "20.00");
    await act(card, `freezeTransitCard(id: "${card.id}")`);
    later(8 * HOUR_MINUTES);
    const found = await act(card, `unfreezeTransitCard(id: "${card.id}")`);
    expect(at(found, "notHoldersFrom")).toBeNull();
    later(60);
    const bus = (minutes: number) => tapRow("BUS", card.number, ago(minutes));
    const outcomes = await operator.tap(bus(10 * HOUR_MINUTES), bus(4 * HOUR_MINUTES), bus(90), bus(30));
    expect(outcomes).toMatchObject([{ fare: "1.50" }, { fare: "1.50" }, blocked, { fare: "1.50" }]);
  });

  it("and replaced goes by its freezing: what came after is not charged to the new card", async () => {
    const card = await seedCard(platform, "20.00");
    await act(card, `freezeTransitCard(id: "${card.id}")`);
    later(4 * HOUR_MINUTES);
    const next = await act(card, `replaceTransitCard(idempotencyKey: "${newKey()}", id: "${card.id}")`);
    later(4 * HOUR_MINUTES);
    const bus = (minutes: number) => tapRow("BUS", card.number, ago(minutes));
    expect(await operator.tap(bus(3 * HOUR_MINUTES), bus(60))).toMatchObject([{ fare: "1.50" }, blocked]);
    expect(await read({ holder: card.holder, id: textAt(next, "id") })).toMatchObject({ balance: "18.50" });
    const other = tapRow("BUS", textAt(next, "number"), ago(1));
    expect(await operator.tap(other)).toMatchObject([{ fare: "1.50" }]);
  });
});

describe("taps around the end of a card", () => {
  it("come to the same in any order: nobody is left with a debt, and no fen is lost", async () => {
    const ends = fc.constantFrom("closeTransitCard", "freezeTransitCard");
    // Buses, by the minutes before and after the end.
    const minutes = fc.uniqueArray(fc.integer({ min: -12 * 60, max: 12 * 60 }), {
      minLength: 1,
      maxLength: 6,
    });
    const orders = minutes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    await fc.assert(
      fc.asyncProperty(
        ends,
        fc.constantFrom("2.00", "20.00"),
        orders,
        async (end, amount, [all, shuffled]) => {
          const outcomes: Json[] = [];
          for (const sent of [all, shuffled]) {
            platform.clock.set(START);
            const card = await seedCard(platform, amount);
            await (end === "closeTransitCard"
              ? close(card)
              : act(card, `freezeTransitCard(id: "${card.id}")`));
            later(13 * HOUR_MINUTES);
            const taken = new Map<number, Json>();
            for (const each of sent) {
              const row = tapRow("BUS", card.number, plusMs(platform.clock.now(), (each - 13 * 60) * 60_000));
              const [outcome = null] = await operator.tap(row);
              taken.set(each, outcome);
            }
            const found = await read(card);
            if (end === "closeTransitCard") expect(at(found, "balance")).toBe("0.00");
            const blockedOnes = all.filter(
              (each) => at(taken.get(each) ?? null, "__typename") === "CardBlocked",
            );
            expect(blockedOnes).toEqual(all.filter((each) => each >= 6 * 60));
            outcomes.push([at(found, "balance"), at(found, "payouts")]);
          }
          expect(outcomes[1]).toEqual(outcomes[0]);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);

  it("leave the ledger sound", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
