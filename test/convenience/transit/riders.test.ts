import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overtake } from "../../support/overtake.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import * as world from "./transit-world.ts";
import {
  cardsOf,
  type HandedOut,
  issue,
  mutate,
  newKey,
  seedCard,
  seedTapSender,
  type TapSender,
} from "./transit-world.ts";

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());

const handOut = (kind?: string): Promise<HandedOut> => world.handOut(platform, operator, kind);
const bind = (token: string, card: HandedOut): Promise<Json> => world.bind(platform, token, card);

const act = (token: string, action: string): Promise<Json> =>
  mutate(platform, { token }, `mutation { done: ${action} { __typename ... on TransitCard { id } } }`);

const taken = (card: string) => ({ __typename: "CardHeldAlready", code: "CARD_HELD_ALREADY", card });

/** The kinds of the cards that a person can use. */
const inUse = async (token: string): Promise<readonly string[]> => {
  const cards = (await cardsOf(platform, token)) as readonly Json[];
  return cards.filter((card) => at(card, "status") === "ACTIVE").map((card) => textAt(card, "kind"));
};

describe("a person has one card of a kind in a region", () => {
  it("however often one is asked for, one after another or at once", async () => {
    const token = await platform.tokens.citizen();
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => issue(platform, { token })));
    const all = [first, ...others, await issue(platform, { token })].map((each) =>
      at(each ?? null, "__typename"),
    );
    expect(all.toSorted()).toEqual([...Array(4).fill("CardHeldAlready"), "TransitCard"]);
    expect(await inUse(token)).toEqual(["STANDARD"]);
  });

  it("and is told which, where a second one is asked for or bound", async () => {
    const { token, id } = await seedCard(platform);
    expect(await issue(platform, { token })).toMatchObject({ __typename: "CardHeldAlready" });
    expect(await bind(token, await handOut())).toEqual(taken(id));
  });

  it("of two that are bound at once", async () => {
    const token = await platform.tokens.citizen();
    const [one, other] = [await handOut(), await handOut()];
    const bound: Json[] = [];
    await overtake(
      platform,
      async () => bound.push(await bind(token, other)),
      async () => bound.push(await bind(token, one)),
    );
    expect(bound.map((each) => at(each, "__typename")).toSorted()).toEqual([
      "CardHeldAlready",
      "TransitCard",
    ]);
    expect(await inUse(token)).toEqual(["STANDARD"]);
  });

  it("while it is frozen too; what replaces it has its place, and closed it gives the place back", async () => {
    const { token, id } = await seedCard(platform);
    await act(token, `freezeTransitCard(id: "${id}")`);
    expect(await issue(platform, { token })).toMatchObject({ code: "CARD_HELD_ALREADY" });
    const card = await act(token, `replaceTransitCard(idempotencyKey: "${newKey()}", id: "${id}")`);
    expect(await bind(token, await handOut())).toEqual(taken(textAt(card, "id")));
    await act(token, `closeTransitCard(id: "${textAt(card, "id")}")`);
    const bound = await handOut();
    expect(await bind(token, bound)).toMatchObject({ number: bound.number, status: "ACTIVE" });
    expect(await inUse(token)).toEqual(["STANDARD"]);
  });

  it("and others beside it where somebody has seen that they are entitled to them: one of each", async () => {
    const { token } = await seedCard(platform);
    const student = await handOut("STUDENT");
    expect(await bind(token, student)).toMatchObject({ kind: "STUDENT" });
    expect(await bind(token, student)).toMatchObject({ kind: "STUDENT" });
    expect(await bind(token, await handOut("STUDENT"))).toMatchObject({ code: "CARD_HELD_ALREADY" });
    expect(await bind(token, await handOut("SENIOR"))).toMatchObject({ kind: "SENIOR" });
    expect((await inUse(token)).toSorted()).toEqual(["SENIOR", "STANDARD", "STUDENT"]);
  });

  it("and another person has theirs: a child's card takes no place of its parent's", async () => {
    const [parent, child] = [await seedCard(platform), await seedCard(platform)];
    expect(await inUse(parent.token)).toEqual(["STANDARD"]);
    expect(await inUse(child.token)).toEqual(["STANDARD"]);
  });
});
