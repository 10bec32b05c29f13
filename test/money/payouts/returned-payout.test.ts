import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS } from "../../../services/kernel/runtime.ts";
import { getBalance } from "../../../services/money/ledger/index.ts";
import { mutate, seedCard } from "../../convenience/transit/transit-world.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { stateAccount } from "../../support/payout-accounts.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";

let platform: TestPlatform;
let treasurer: string;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  treasurer = await platform.tokens.officer({ roles: ["TREASURER"] });
});

const ORDERED = `__typename ... on Refusal { code } ... on Payout { id status amount maskedBankAccount bankReference returnReason availableActions }`;
const ANSWER = `${ORDERED} ... on InvalidInput { path }`;
const asTreasurer = (query: string, variables: object = {}): Promise<Json> =>
  mutate(platform, { token: treasurer }, query, { ...variables });

const order = (payout: string) =>
  asTreasurer(`mutation { done: orderPayout(payout: "${payout}") { ${ORDERED} } }`);
const answer = (...rows: readonly object[]) =>
  asTreasurer(`mutation ($rows: [BankAnswerInput!]!) { done: takeBankAnswers(rows: $rows) { ${ANSWER} } }`, {
    rows,
  });
const giveBack = (payout: string, bankReference: string) =>
  asTreasurer(`mutation ($input: ReturnPayoutInput!) { done: returnPayout(input: $input) { ${ANSWER} } }`, {
    input: { payout, bankReference, reason: "账户已销户" },
  });
const redirect = (token: string, payout: string, payoutAccount: string) =>
  mutate(
    platform,
    { token },
    `mutation ($payout: ID!, $payoutAccount: ID!) {
      done: redirectPayout(payout: $payout, payoutAccount: $payoutAccount) { ${ANSWER} } }`,
    { payout, payoutAccount },
  );

let numbers = 0;
const newNumber = (): string => {
  numbers += 1;
  return `62220202000${String(numbers).padStart(8, "0")}`;
};

/** The value of a closed card, on its way to an account of its holder's. */
async function payoutOf(amount = "20.00") {
  const { token, id, holder } = await seedCard(platform, amount);
  const account = await stateAccount(platform, holder, { number: newNumber() });
  const closed = await mutate(
    platform,
    { token },
    `mutation { done: closeTransitCard(id: "${id}", payoutAccount: "${account}") {
      ... on TransitCard { payouts { id } } } }`,
  );
  const other = await stateAccount(platform, holder, { number: newNumber() });
  return { token, holder, account, other, payout: textAt(closed, "payouts", 0, "id"), amount };
}

const balances = async () => {
  const store = { database: platform.database(), mode: "live" } as const;
  const of = async (id: Parameters<typeof getBalance>[1]) => (await getBalance(store, id))?.balance ?? 0n;
  return { owed: await of("payout:cards"), bank: await of("bank:main") };
};

describe("a payout that comes back after the bank had paid it", () => {
  it("is owed to its payee again, who is told, names another account, and is paid there", async () => {
    const { token, payout, other, account, amount } = await payoutOf();
    const before = await balances();
    await order(payout);
    const paid = { payout, outcome: "PAID", amount, bankReference: "ICBC-100" };
    expect(await answer(paid)).toMatchObject([{ status: "PAID", availableActions: ["returnPayout"] }]);
    const back = { ...paid, outcome: "RETURNED", reason: "账户已销户" };
    expect(await answer({ ...back, bankReference: "ICBC-101" }, { ...back, amount: "1.00" })).toMatchObject([
      { code: "BANK_REFERENCE_DIFFERS", path: ["rows", "0", "bankReference"] },
      { code: "BANK_AMOUNT_DIFFERS", path: ["rows", "1", "amount"] },
    ]);
    expect(await answer(back)).toMatchObject([
      {
        status: "RETURNED",
        bankReference: null,
        returnReason: "账户已销户",
        availableActions: ["orderPayout"],
      },
    ]);
    expect(await balances()).toEqual(before);
    // Both rows once more, as of a file that is sent again, also by hand.
    expect(await answer(paid, back)).toMatchObject([{ status: "RETURNED" }, { status: "RETURNED" }]);
    expect(await giveBack(payout, "ICBC-100")).toMatchObject({ status: "RETURNED" });
    await sweep(platform);
    const told = "{ me { notifications { edges { node { type } } } } }";
    expect((await platform.call({ token, query: told })).text).toContain("payout.returned");

    const own = `{ node(id: "${payout}") { ... on Payout { status returnReason availableActions } } }`;
    expect(at((await platform.call({ token, query: own })).data, "node")).toEqual({
      ...{ status: "RETURNED", returnReason: "账户已销户", availableActions: ["redirectPayout"] },
    });
    const stranger = await payoutOf();
    expect(await redirect(stranger.token, payout, stranger.account)).toMatchObject({ code: "NOT_FOUND" });
    expect(await redirect(token, payout, stranger.account)).toMatchObject({
      ...{ code: "PAYOUT_ACCOUNT_NOT_FOUND", path: ["payoutAccount"] },
    });
    expect(await redirect(token, payout, other)).toMatchObject({ status: "OWED" });
    expect(await redirect(token, payout, other)).toMatchObject({ status: "OWED" });
    platform.clock.advance(60_000);
    // The old file's word is of a transfer that has come back, and books nothing on the new order.
    expect(await order(payout)).toMatchObject({ status: "ORDERED" });
    expect(await answer(paid)).toMatchObject([{ status: "ORDERED" }]);
    expect(await redirect(token, payout, account)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    expect(await answer({ ...paid, bankReference: "ICBC-102" })).toMatchObject([{ status: "PAID" }]);
    expect((await balances()).bank).toBe(before.bank - 20_00n);
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("is not redirected before the bank has said no: the account was decided with it", async () => {
    const { token, payout, other, amount } = await payoutOf();
    expect(await redirect(token, payout, other)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    await order(payout);
    expect(await redirect(token, payout, other)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    await answer({ payout, outcome: "REFUSED", amount, reason: "户名不符" });
    expect(await redirect(token, payout, other)).toMatchObject({ status: "OWED" });
  });

  it("is ordered to the account that its payee names while it is ordered, or their word comes too late", async () => {
    const { token, payout, other, account, amount } = await payoutOf();
    await order(payout);
    await answer({ payout, outcome: "PAID", amount, bankReference: "ICBC-200" });
    await giveBack(payout, "ICBC-200");
    const shown: Json[] = [];
    platform.gate.delayRead(payout, async () => {
      shown.push(await redirect(token, payout, other));
    });
    expect(await order(payout)).toMatchObject({ status: "ORDERED" });
    expect(shown).toMatchObject([{ status: "OWED" }]);
    const query = `{ node(id: "${payout}") { ... on Payout { payoutAccount { id } } } }`;
    const seen = at((await platform.call({ token, query })).data, "node", "payoutAccount", "id");
    expect([seen, account]).toEqual([other, account]);
  });
});

describe("a transfer of the bank", () => {
  it("pays one payout, also in one file and at once, and none where money came in by it", async () => {
    const [first, second] = [await payoutOf(), await payoutOf()];
    for (const { payout } of [first, second]) await order(payout);
    const before = await balances();
    const rows = [first, second].map(({ payout, amount }) => ({
      ...{ payout, outcome: "PAID", amount, bankReference: "ICBC-300" },
    }));
    const answers = (await answer(...rows)) as readonly Json[];
    const isRefused = (one: Json): boolean => at(one, "__typename") === "InvalidInput";
    expect(answers.filter((one) => !isRefused(one))).toMatchObject([{ status: "PAID" }]);
    expect(answers.filter(isRefused)).toMatchObject([{ code: "BANK_REFERENCE_BOOKED" }]);
    const after = await balances();
    expect([before.owed - after.owed, after.bank - before.bank]).toEqual([20_00n, -20_00n]);
    // Said again it is the same, and the other has a number of its own.
    expect(await answer(...rows)).toMatchObject(answers as object[]);
    const left = answers.findIndex(isRefused);
    expect(await answer({ ...rows[left], bankReference: "ICBC-301" })).toMatchObject([{ status: "PAID" }]);
  });
});

/** The acts on a payout, and what they make of it; those that do not stand change nothing. */
type Model = { status: "OWED" | "ORDERED" | "PAID" | "RETURNED"; reference: string; isRefused: boolean };
const ACTS = ["order", "paid", "refused", "returned", "redirect", "paid again", "returned again"] as const;

function expected(model: Model, act: (typeof ACTS)[number], reference: string): Model {
  switch (act) {
    case "order":
      return model.status === "PAID" ? model : { ...model, status: "ORDERED" };
    case "paid":
      return model.status === "OWED" || model.status === "ORDERED"
        ? { ...model, status: "PAID", reference }
        : model;
    case "refused":
      return model.status === "ORDERED" ? { ...model, status: "OWED", isRefused: true } : model;
    case "returned":
      return model.status === "PAID" ? { ...model, status: "RETURNED", isRefused: true } : model;
    case "redirect":
      return model.isRefused && model.status === "RETURNED" ? { ...model, status: "OWED" } : model;
    default:
      return model;
  }
}

it("whatever the bank says in whatever order, a payout is with its payee or owed, and its files may come again", async () => {
  const acts = fc.array(fc.constantFrom(...ACTS), { minLength: 4, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      platform.clock.advance(DAY_MS);
      treasurer = await platform.tokens.officer({ roles: ["TREASURER"] });
      const { holder, payout, account, other, amount } = await payoutOf();
      const token = await platform.tokens.citizen(holder);
      const before = await balances();
      const told: object[] = [];
      let model: Model = { status: "OWED", reference: "", isRefused: false };
      for (const [i, act] of all.entries()) {
        platform.clock.advance(1_000);
        const reference = `${payout}-${i}`;
        const paid = { payout, outcome: "PAID", amount, bankReference: reference };
        const back = {
          payout,
          outcome: "RETURNED",
          amount,
          bankReference: model.reference || "none",
          reason: "销户",
        };
        const rows = {
          paid: [paid],
          refused: [{ payout, outcome: "REFUSED", amount, reason: `户名不符 ${i}` }],
          returned: [back],
          "paid again": told.filter((row) => at(row as Json, "outcome") === "PAID").slice(0, 1),
          "returned again": told.filter((row) => at(row as Json, "outcome") === "RETURNED").slice(0, 1),
        };
        if (act === "order") await order(payout);
        else if (act === "redirect") await redirect(token, payout, i % 2 === 0 ? account : other);
        else if (rows[act].length > 0) {
          await answer(...rows[act]);
          told.push(...rows[act]);
        }
        model = expected(model, act, reference);
        const query = `{ node(id: "${payout}") { ... on Payout { status } } }`;
        const { data } = await platform.call({ token, query });
        expect(at(data, "node", "status"), all.slice(0, i + 1).join(", ")).toBe(model.status);
        const isPaid = model.status === "PAID";
        expect(await balances()).toEqual({
          owed: before.owed - (isPaid ? 20_00n : 0n),
          bank: before.bank - (isPaid ? 20_00n : 0n),
        });
      }
    }),
    { numRuns: 25 },
  );
  expect(await verified(platform)).toMatchObject(SOUND);
}, 120_000);
