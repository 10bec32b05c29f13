import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { newApplicant } from "../../government/cases/casework.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { overtake } from "../../support/overtake.ts";
import { addAccount, BANK_ACCOUNT, removeAccount, stateAccount } from "../../support/payout-accounts.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  CARD,
  cardsOf,
  mutate,
  newKey,
  seedCard,
  seedTapSender,
  type TapSender,
  tapRow,
  topUp,
} from "./transit-world.ts";

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());
beforeEach(() => platform.clock.set("2026-11-23T08:00:00.000Z"));

const ago = (minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);

const replace = ({ token, id }: { token: string; id: string }, key = newKey()): Promise<Json> =>
  mutate(
    platform,
    { token },
    `mutation { done: replaceTransitCard(idempotencyKey: "${key}", id: "${id}") {
      __typename ... on TransitCard { ${CARD} } ... on Refusal { code } ... on NotAllowedNow { state }
    } }`,
  );

const PAYOUTS = "payouts { id amount status maskedBankAccount bankReference }";

/** To an account that the fund centre has stated of the holder, where none is named. */
async function close(
  { token, id, holder }: Awaited<ReturnType<typeof seedCard>>,
  payoutAccount?: string | null,
): Promise<Json> {
  const account = payoutAccount === undefined ? await stateAccount(platform, holder) : payoutAccount;
  return mutate(
    platform,
    { token },
    `mutation ($account: ID) { done: closeTransitCard(id: "${id}", payoutAccount: $account) {
      __typename ... on TransitCard { status balance ${PAYOUTS} }
      ... on Refusal { code } ... on NotAllowedNow { state } ... on InvalidInput { path }
    } }`,
    { account },
  );
}

const ride = (number: string) => [tapRow("ENTRY", number, ago(40)), tapRow("EXIT", number, ago(10))] as const;

describe("a card that is replaced", () => {
  it("gives its value to the new one, once for one key", async () => {
    const old = await seedCard(platform, "20.00");
    const key = newKey();
    const [one, other] = await Promise.all([replace(old, key), replace(old, key)]);
    expect(one).toMatchObject({ status: "ACTIVE", balance: "20.00" });
    expect(at(other, "id")).toBe(at(one, "id"));
    const cards = await cardsOf(platform, old.token);
    expect(cards).toHaveLength(2);
    expect(cards).toContainEqual(
      expect.objectContaining({ id: old.id, status: "REPLACED", balance: "0.00" }),
    );
    expect(await replace(old)).toMatchObject({ code: "NOT_ALLOWED_NOW", state: "REPLACED" });
  });

  it("is replaced by the same one where the same call has replaced it since its record was read", async () => {
    const old = await seedCard(platform, "20.00");
    const key = newKey();
    const first: Json[] = [];
    platform.gate.delayRead(old.id, async () => {
      first.push(await replace(old, key));
    });
    expect(at(await replace(old, key), "id")).toBe(at(first[0] ?? null, "id"));
    expect(first[0]).toMatchObject({ status: "ACTIVE", balance: "20.00" });
  });

  it("is owed by the new one what comes in later: taps, and a top-up that took its time", async () => {
    const old = await seedCard(platform, "20.00");
    const [begins, ends] = ride(old.number);
    await operator.tap(begins);
    // Answered by the channel later.
    await topUp(platform, old, old.number, "10.92");
    const card = await replace(old);
    expect(await operator.tap(ends)).toMatchObject([{ status: "COMPLETED", fare: "4.00" }]);
    platform.clock.advance(60_000);
    const number = textAt(card, "number");
    await topUp(platform, old, number, "5.00");
    expect(await cardsOf(platform, old.token)).toContainEqual(
      expect.objectContaining({ number, balance: "21.00" }),
    );
  });

  it("passes on its arrears, and what was spent in the month", async () => {
    const old = await seedCard(platform, "3.00");
    await operator.tap(...ride(old.number));
    const card = await replace(old);
    expect(card).toMatchObject({ balance: "-1.00" });
    const query = "{ me { transitCards { number monthSpend } } }";
    const { data } = await platform.call({ query, token: old.token });
    expect(at(data, "me", "transitCards")).toContainEqual({ number: at(card, "number"), monthSpend: "4.00" });
  });

  it("loses nothing of what is topped up at the same moment", async () => {
    const old = await seedCard(platform, "20.00");
    await overtake(
      platform,
      () => replace(old),
      () => Promise.all(["7.00", "8.00"].map((amount) => topUp(platform, old, old.number, amount))),
    );
    const cards = (await cardsOf(platform, old.token)) as readonly Json[];
    const held = cards.map((card) => [at(card, "status"), at(card, "balance")]);
    expect(held.toSorted()).toEqual([
      ["ACTIVE", "35.00"],
      ["REPLACED", "0.00"],
    ]);
  });
});

describe("a card that is closed", () => {
  it("owes its holder what is on it, which a treasurer's bank pays out", async () => {
    const card = await seedCard(platform, "20.00");
    const closed = await close(card);
    expect(closed).toMatchObject({
      ...{ status: "CLOSED", balance: "0.00" },
      payouts: [{ amount: "20.00", status: "OWED", maskedBankAccount: "…5678", bankReference: null }],
    });
    expect(await close(card)).toEqual(closed);
    const id = textAt(closed, "payouts", 0, "id");
    const treasurer = { token: await platform.tokens.officer({ roles: ["TREASURER"] }) };
    const owed = await platform.call({
      ...{
        query:
          "{ payoutsOwed { edges { node { id amount bankAccount payoutAccount { origin caution } } } } }",
        ...treasurer,
      },
    });
    expect(at(owed.data, "payoutsOwed", "edges")).toContainEqual({
      node: {
        ...{ id, amount: "20.00", bankAccount: BANK_ACCOUNT },
        payoutAccount: { origin: "FUND_CENTRE", caution: null },
      },
    });
    const record = (reference: string) =>
      mutate(
        platform,
        treasurer,
        `mutation { done: recordPayout(input: { payout: "${id}", bankReference: "${reference}" }) {
          __typename ... on Payout { status bankReference } ... on Refusal { code }
        } }`,
      );
    const paid = { __typename: "Payout", status: "PAID", bankReference: "ICBC-1" };
    expect(await record("ICBC-1")).toEqual(paid);
    expect(await record("ICBC-1")).toEqual(paid);
    expect(await record("ICBC-2")).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    const after = await platform.call({ query: "{ payoutsOwed { edges { node { id } } } }", ...treasurer });
    expect(at(after.data, "payoutsOwed", "edges")).not.toContainEqual({ node: { id } });
  });

  it("is recorded as paid, though it is ordered in that moment", async () => {
    const id = textAt(await close(await seedCard(platform, "20.00")), "payouts", 0, "id");
    const treasurer = { token: await platform.tokens.officer({ roles: ["TREASURER"] }) };
    const say = (mutation: string) =>
      mutate(
        platform,
        treasurer,
        `mutation { done: ${mutation} { __typename ... on Payout { status } ... on Refusal { code } } }`,
      );
    const said: Json[] = [];
    await overtake(
      platform,
      async () => said.push(await say(`recordPayout(input: { payout: "${id}", bankReference: "ICBC-7" })`)),
      async () => said.push(await say(`orderPayout(payout: "${id}")`)),
    );
    expect(said).toMatchObject([{ status: "ORDERED" }, { status: "PAID" }]);
  });

  it("shows the bank account to nobody but who pays it out, and keeps it sealed", async () => {
    const card = await seedCard(platform, "20.00");
    await close(card);
    const query = "{ me { transitCards { payouts { bankAccount } } } }";
    expect((await platform.call({ query, token: card.token })).errors[0]?.extensions["code"]).toBe(
      "FORBIDDEN",
    );
    const { items } = await platform.database().query({
      ...{ table: "records-live", pk: card.id, limit: 10 },
    });
    expect(JSON.stringify(items)).not.toContain(BANK_ACCOUNT);
  });

  it("pays to a proven account of its holder's, and to nothing else", async () => {
    const [card, other] = [await seedCard(platform, "20.00"), await seedCard(platform)];
    const refused = async (account: string | null, code: string) =>
      expect(await close(card, account)).toEqual({
        ...{ __typename: "InvalidInput", code, path: ["payoutAccount"] },
      });
    await refused(null, "PAYOUT_ACCOUNT_NEEDED");
    for (const account of [
      "1234",
      BANK_ACCOUNT,
      "pac_0123456789abcdef",
      await stateAccount(platform, other.holder),
    ])
      await refused(account, "PAYOUT_ACCOUNT_NOT_FOUND");
    const gone = await stateAccount(platform, card.holder, { number: "6222020200000000011" });
    await removeAccount(platform, card, gone);
    await refused(gone, "PAYOUT_ACCOUNT_NOT_FOUND");
    const person = await newApplicant(platform);
    const ofPerson = await seedCard(platform, "20.00", person);
    const added = await addAccount(platform, person, {
      ...{ idNumber: person.idNumber, name: "王小明", accountNumber: "6222020200012345692" },
    });
    expect(await close(ofPerson, textAt(added, "id"))).toMatchObject({ code: "PAYOUT_ACCOUNT_NOT_PROVEN" });
    expect(await cardsOf(platform, person.token)).toMatchObject([{ status: "ACTIVE", balance: "20.00" }]);
  });

  it("is not paid to an account that is removed at the same moment", async () => {
    const card = await seedCard(platform, "20.00");
    const account = await stateAccount(platform, card.holder);
    const [closed, removed] = await Promise.all([
      close(card, account),
      removeAccount(platform, card, account),
    ]);
    expect(removed).toMatchObject({ caution: "REMOVED" });
    const isPaid = at(closed, "__typename") === "TransitCard";
    if (!isPaid) expect(closed).toMatchObject({ code: "PAYOUT_ACCOUNT_NOT_FOUND" });
    expect(await cardsOf(platform, card.token)).toMatchObject([{ balance: isPaid ? "0.00" : "20.00" }]);
  });

  it("shows the treasurer how and when the account came to which somebody is to be paid", async () => {
    const person = await newApplicant(platform);
    const card = await seedCard(platform, "20.00", person);
    const added = await addAccount(platform, person, {
      ...{ idNumber: person.idNumber, name: "王小明", accountNumber: BANK_ACCOUNT },
    });
    const closed = await close(card, textAt(added, "id"));
    await removeAccount(platform, person, textAt(added, "id"));
    const owed = await platform.call({
      query: `{ payoutsOwed(first: 100) { edges { node { id bankAccount payoutAccount {
        id origin addedAt addedBy caution } } } } }`,
      token: await platform.tokens.officer({ roles: ["TREASURER"] }),
    });
    // A payout is paid as it was decided, and the treasurer sees what has become of the account.
    expect(at(owed.data, "payoutsOwed", "edges")).toContainEqual({
      node: {
        ...{ id: textAt(closed, "payouts", 0, "id"), bankAccount: BANK_ACCOUNT },
        payoutAccount: {
          ...{ id: textAt(added, "id"), origin: "OWN", addedAt: platform.clock.now() },
          ...{ addedBy: person.id, caution: "REMOVED" },
        },
      },
    });
  });

  it("waits for its ride to end, and for its arrears to be paid", async () => {
    const card = await seedCard(platform, "3.00");
    const [begins, ends] = ride(card.number);
    await operator.tap(begins);
    expect(await close(card)).toEqual({ __typename: "CardBusy", code: "CARD_RIDE_OPEN" });
    await operator.tap(ends);
    expect(await close(card)).toEqual({ __typename: "CardBusy", code: "CARD_IN_ARREARS" });
    await topUp(platform, card, card.number, "1.00");
    expect(await close(card)).toMatchObject({ status: "CLOSED", payouts: [] });
  });

  it("takes no more money, and needs no account where nothing is on it", async () => {
    const card = await seedCard(platform);
    expect(await close(card, null)).toMatchObject({ status: "CLOSED", payouts: [] });
    expect(await topUp(platform, card, card.number, "4.00")).toMatchObject({ code: "CARD_NOT_FOUND" });
    expect(await replace(card)).toMatchObject({ code: "NOT_ALLOWED_NOW", state: "CLOSED" });
  });
});

describe("the ledger", () => {
  it("is sound after all of this", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
