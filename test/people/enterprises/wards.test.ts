import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { topUp } from "../../convenience/transit/transit-world.ts";
import { type Biller, newNumber, pay, row, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { authorise, newApplicant } from "../../government/cases/casework.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { ask, bornOn, family } from "./family.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform);
});
afterAll(() => platform.stop());

type Signed = { readonly token: string };

const HOLDER = "王小明";

const BIND = `mutation ($input: BindUtilityAccountInput!) { bound: bindUtilityAccount(input: $input) {
  ... on UtilityAccount { id } } }`;

/** A bill of an account that somebody has bound. */
async function billOf({ token }: Signed) {
  const accountNumber = newNumber();
  const [bill = null] = await biller.submit(row({ accountNumber, holderName: HOLDER, amount: "88.20" }));
  const input = { biller: biller.partnerId, accountNumber, holderName: HOLDER, alias: "家" };
  const bound = at(await ask(platform, token, BIND, { input }), "bound");
  return { bill: textAt(bill, "id"), account: textAt(bound, "id") };
}

/** A card of somebody's own. */
async function cardOf({ token }: Signed) {
  const query = `mutation ($key: ID!) { card: issueTransitCard(idempotencyKey: $key, input: { region: "110000" }) {
    ... on TransitCard { id number } } }`;
  const card = at(await ask(platform, token, query, { key: randomUUID() }), "card");
  return { id: textAt(card, "id"), number: textAt(card, "number") };
}

const node = async ({ token }: Signed, id: string): Promise<Json> =>
  at(
    await ask(
      platform,
      token,
      `query ($id: ID!) { node(id: $id) { id
        ... on TransitCard { balance availableActions ward { name } }
        ... on Bill { status rating { usage } } ... on UtilityAccount { alias } } }`,
      { id },
    ),
    "node",
  );

const PRINCIPAL = `query ($ref: ID!) { me { principal(ref: $ref) { name capacity transitArrears
  bills(status: DUE) { id owed } utilityAccounts { id } transitCards { id number balance } } } }`;
const principal = async ({ token }: Signed, ref: string): Promise<Json> =>
  at(await ask(platform, token, PRINCIPAL, { ref }), "me", "principal");

const keyFor = (action: string): string =>
  action === "replace" ? `, idempotencyKey: "${randomUUID()}"` : "";

const change = async ({ token }: Signed, action: string, id: string): Promise<Json> =>
  at(
    await ask(
      platform,
      token,
      `mutation ($id: ID!) { done: ${action}TransitCard(id: $id${keyFor(action)}) {
        __typename ... on TransitCard { status } ... on Refusal { code } } }`,
      { id },
    ),
    "done",
  );

describe("a guardian", () => {
  it("sees a minor's bills and pays them from their own means", async () => {
    const { child, parent, ref } = await family(platform);
    const { bill, account } = await billOf(child);
    expect(await principal(parent, ref)).toMatchObject({
      ...{ name: "王小宝", capacity: "GUARDIAN", transitArrears: "0.00", transitCards: [] },
      ...{ bills: [{ id: bill, owed: "88.20" }], utilityAccounts: [{ id: account }] },
    });
    expect(await node(parent, bill)).toMatchObject({ id: bill, status: "DUE" });
    expect(await node(parent, account)).toMatchObject({ id: account, alias: "家" });
    expect(await pay(platform, parent, [bill])).toMatchObject({ status: "SUCCEEDED" });
    expect(await principal(parent, ref)).toMatchObject({ bills: [] });
    const query = "{ me { payments { edges { node { amount } } } } }";
    expect(at(await ask(platform, child.token, query), "me", "payments", "edges")).toEqual([]);
    expect(at(await ask(platform, parent.token, query), "me", "payments", "edges")).toHaveLength(1);
  });

  it("tops up a minor's card, and freezes and frees it; all else on it is the rider's", async () => {
    const { child, parent, ref } = await family(platform);
    const { id, number } = await cardOf(child);
    expect(await principal(parent, ref)).toMatchObject({ transitCards: [{ id, number, balance: "0.00" }] });
    expect(await topUp(platform, parent, number, "50.00")).toMatchObject({ status: "SUCCEEDED" });
    expect(await node(parent, id)).toMatchObject({
      ...{ balance: "50.00", availableActions: ["freeze"], ward: { name: "王小宝" } },
    });
    expect(await node(child, id)).toMatchObject({
      ...{ availableActions: ["freeze", "replace", "close"], ward: null },
    });
    expect(await change(parent, "freeze", id)).toMatchObject({ status: "FROZEN" });
    expect(await node(parent, id)).toMatchObject({ availableActions: ["unfreeze"] });
    for (const action of ["replace", "close"])
      expect(await change(parent, action, id)).toMatchObject({ code: "CARD_NOT_FOUND" });
    expect(await change(parent, "unfreeze", id)).toMatchObject({ status: "ACTIVE" });
  });

  it("sees nothing any more from the day on which the minor comes of age", async () => {
    const today = platform.clock.now();
    const { child, parent, ref } = await family(platform);
    const [{ bill, account }, { id }] = [await billOf(child), await cardOf(child)];
    platform.clock.set(`${Number(today.slice(0, 4)) + 11}-01-01T02:00:00.000Z`);
    expect(await principal(parent, ref)).toBeNull();
    for (const theirs of [bill, account, id]) expect(await node(parent, theirs)).toBeNull();
    expect(await change(parent, "freeze", id)).toMatchObject({ code: "CARD_NOT_FOUND" });
    platform.clock.set(today);
  });
});

describe("nobody else sees a minor's bills and cards", () => {
  it("neither strangers, nor an agent of theirs in service items, nor the minor their guardian's", async () => {
    const { child, parent } = await family(platform);
    const adult = await bornOn(platform, "1980-01-01");
    const agent = await newApplicant(platform);
    await authorise(platform, adult, agent);
    const [theirs, card] = [await billOf(adult), await cardOf(adult)];
    const ref = textAt(
      at(await ask(platform, agent.token, "{ me { principals { ref } } }"), "me", "principals", 0),
      "ref",
    );
    expect(await principal(agent, ref)).toMatchObject({
      ...{ capacity: "AGENT", bills: null, utilityAccounts: null, transitCards: null, transitArrears: null },
    });
    const own = await billOf(parent);
    for (const [reader, id] of [
      ...[theirs.bill, theirs.account, card.id].map((each) => [agent, each] as const),
      ...[own.bill, own.account].map((each) => [child, each] as const),
    ])
      expect(await node(reader, id)).toBeNull();
    // A reference is its own reader's: with another's nobody is found.
    expect(await principal(parent, ref)).toBeNull();
  });
});
