import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newEs256Signer } from "../../../services/convenience/transit/ride-codes/es256.ts";
import { base64url } from "../../../services/kernel/base64url.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { overtake } from "../../support/overtake.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import * as world from "./transit-world.ts";
import { cardsOf, mutate, seedCard, seedTapSender, type TapSender, tapRow, topUp } from "./transit-world.ts";

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());
beforeEach(() => platform.clock.set("2026-11-23T08:00:00.000Z"));

type Held = Awaited<ReturnType<typeof seedCard>>;

const ago = (minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);
const refused = (code: string) => ({ __typename: "CardInArrears", code });

const credential = async ({ token, id }: Pick<Held, "token" | "id">): Promise<Json> =>
  mutate(
    platform,
    { token },
    `mutation { done: issueRideCredential(card: "${id}", devicePublicKey: "${base64url(
      (await newEs256Signer()).publicKey,
    )}") { __typename ... on Refusal { code message } } }`,
  );

/** A second card of a person, by an entitlement. */
async function another({ token }: Held, kind: string, amount: string) {
  const card = await world.handOut(platform, operator, kind);
  const id = textAt(await world.bind(platform, token, card), "id");
  await topUp(platform, { token }, card.number, amount);
  return { token, id, number: card.number };
}

const numbers = async (card: Held): Promise<readonly (readonly [string, string])[]> =>
  ((await cardsOf(platform, card.token)) as readonly Json[]).map((each) => [
    textAt(each, "number"),
    textAt(each, "balance"),
  ]);

describe("an entry", () => {
  it("needs the lowest price of a ride from there: at a gate, at the airport's gates, and on a bus its price", async () => {
    const card = await seedCard(platform);
    const airport = { station: "dongzhimen", airportLine: true };
    const entry = tapRow("ENTRY", card.number, ago(3));
    const toAirport = tapRow("ENTRY", card.number, ago(2), airport);
    const bus = tapRow("BUS", card.number, ago(1));
    const below = refused("CARD_BELOW_MINIMUM");
    expect(await operator.tap(entry, toAirport, bus)).toMatchObject([below, below, below]);
    await topUp(platform, card, card.number, "1.50");
    // A bus of 12 km is 3.00, by the card 1.50.
    expect(await operator.tap(entry, toAirport, bus)).toMatchObject([below, below, { fare: "1.50" }]);
    await topUp(platform, card, card.number, "3.00");
    expect(await operator.tap(entry, toAirport)).toMatchObject([{ status: "OPEN" }, below]);
    await topUp(platform, card, card.number, "22.00");
    expect(await operator.tap(toAirport)).toMatchObject([{ status: "OPEN" }]);
  });

  it("takes nothing where it is refused, and is told again once there is money", async () => {
    const card = await seedCard(platform);
    const entry = tapRow("ENTRY", card.number, ago(30));
    const [first] = await operator.tap(entry);
    expect(first).toMatchObject({
      message:
        "There is less than 3.00 yuan on the card, so it lets nobody in; it has to be topped up first.",
    });
    expect(await numbers(card)).toEqual([[card.number, "0.00"]]);
    await topUp(platform, card, card.number, "5.00");
    expect(await operator.tap(entry, tapRow("EXIT", card.number, ago(1)))).toMatchObject([
      { status: "OPEN" },
      { status: "COMPLETED", fare: "4.00" },
    ]);
  });

  it("whose exit has come in already lets nobody in, and is taken", async () => {
    const card = await seedCard(platform);
    await operator.tap(tapRow("EXIT", card.number, ago(10)));
    expect(await operator.tap(tapRow("ENTRY", card.number, ago(40)))).toMatchObject([{ fare: "4.00" }]);
    expect(await numbers(card)).toEqual([[card.number, "-4.00"]]);
  });

  it("needs what the operator asks for, where that is more", async () => {
    const strict = await seedTapSender(platform, "9111000010000000AQ", { minimumBalance: "10.00" });
    const card = await seedCard(platform, "9.99");
    expect(await strict.tap(tapRow("ENTRY", card.number, ago(5)))).toMatchObject([
      refused("CARD_BELOW_MINIMUM"),
    ]);
    expect(await operator.tap(tapRow("ENTRY", card.number, ago(4)))).toMatchObject([{ status: "OPEN" }]);
  });

  it("by a code is refused with the code: a phone gets none below the minimum or in arrears", async () => {
    const card = await seedCard(platform);
    expect(await credential(card)).toMatchObject({ __typename: "CardBusy", code: "CARD_BELOW_MINIMUM" });
    await topUp(platform, card, card.number, "3.00");
    expect(await credential(card)).toMatchObject({ __typename: "RideCredential" });
    await operator.tap(tapRow("ENTRY", card.number, ago(40)), tapRow("EXIT", card.number, ago(10)));
    expect(await credential(card)).toMatchObject({ code: "CARD_IN_ARREARS" });
  });

  it("is refused with every card of one who owes for rides with one of them, and says so to its holder", async () => {
    const card = await seedCard(platform, "3.00");
    const student = await another(card, "STUDENT", "20.00");
    await operator.tap(tapRow("ENTRY", card.number, ago(40)), tapRow("EXIT", card.number, ago(10)));
    const entry = tapRow("ENTRY", student.number, ago(5));
    expect(await operator.tap(entry)).toMatchObject([refused("HOLDER_IN_ARREARS")]);
    expect(await credential(student)).toMatchObject({ code: "HOLDER_IN_ARREARS" });
    const query = "{ me { transitArrears transitCards { kind cannotEnter { code minimum arrears } } } }";
    const { data } = await platform.call({ query, token: card.token });
    expect(at(data, "me", "transitArrears")).toBe("1.00");
    const standing = { minimum: "3.00", arrears: "1.00" };
    expect(at(data, "me", "transitCards")).toEqual(
      expect.arrayContaining([
        { kind: "STANDARD", cannotEnter: { code: "CARD_IN_ARREARS", ...standing } },
        { kind: "STUDENT", cannotEnter: { code: "HOLDER_IN_ARREARS", ...standing } },
      ]),
    );
    await topUp(platform, card, card.number, "4.00");
    expect(await operator.tap(entry)).toMatchObject([{ status: "OPEN" }]);
  });

  it("is nobody else's: a child that owes for rides keeps no parent out", async () => {
    const [child, parent] = [await seedCard(platform, "3.00"), await seedCard(platform, "3.00")];
    await operator.tap(tapRow("ENTRY", child.number, ago(40)), tapRow("EXIT", child.number, ago(10)));
    expect(await operator.tap(tapRow("ENTRY", parent.number, ago(5)))).toMatchObject([{ status: "OPEN" }]);
  });
});

describe("the credit of a person", () => {
  it("is one for all cards, though two of them end their rides at once", async () => {
    const card = await seedCard(platform, "25.00");
    const student = await another(card, "STUDENT", "25.00");
    const rides = (number: string, minutes: readonly number[]) => ({
      entries: minutes.map((each) =>
        tapRow("ENTRY", number, ago(each), { station: "dongzhimen", airportLine: true }),
      ),
      exits: minutes.map((each) =>
        tapRow("EXIT", number, ago(each - 5), { station: "terminal-3", airportLine: true }),
      ),
    });
    const [one, other] = [rides(card.number, [120, 80, 40]), rides(student.number, [100, 60])];
    await operator.tap(...one.entries, ...other.entries);
    await operator.tap(...one.exits.slice(0, 2), ...other.exits.slice(0, 1));
    // One owes 25.00 and the other nothing: there is credit for one ride more.
    const ended: Json[] = [];
    const end = (exit: object) => async () => ended.push(...(await operator.tap(exit)));
    await overtake(platform, end(one.exits[2] ?? {}), end(other.exits[1] ?? {}));
    expect(ended).toMatchObject([{ fare: "25.00" }, refused("CARD_ARREARS_LIMIT")]);
    expect((await numbers(card)).toSorted()).toEqual(
      [
        [card.number, "-25.00"],
        [student.number, "-25.00"],
      ].toSorted(),
    );
  });

  it("is not got again with a card that owes: nobody binds it before it is topped up", async () => {
    const bound = await world.handOut(platform, operator);
    const token = await platform.tokens.citizen();
    await topUp(platform, { token }, bound.number, "3.00");
    await operator.tap(tapRow("ENTRY", bound.number, ago(40)), tapRow("EXIT", bound.number, ago(10)));
    expect(await world.bind(platform, token, bound)).toMatchObject({
      __typename: "CardBusy",
      code: "CARD_IN_ARREARS",
    });
    await topUp(platform, { token }, bound.number, "1.00");
    expect(await world.bind(platform, token, bound)).toMatchObject({ number: bound.number, balance: "0.00" });
  });
});

describe("the ledger", () => {
  it("is sound after all of this", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
