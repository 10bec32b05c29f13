import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { BILL, type Biller, issueBill, newNumber, row, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform);
});
afterAll(() => platform.stop());

const ME = `{ me {
  utilityAccounts { id alias number biller { name } bills { number } }
  bills(status: DUE) { ${BILL} }
} }`;
const BIND = `mutation ($input: BindUtilityAccountInput!) {
  bindUtilityAccount(input: $input) {
    __typename
    ... on UtilityAccount { id alias number bills { number } }
    ... on Refusal { code }
    ... on TooManyGuesses { until }
    ... on InvalidInput { path }
  }
}`;
const LOOK_UP = `query ($biller: ID!, $number: String!, $holder: String) {
  payableBills(biller: $biller, accountNumber: $number, holderName: $holder) {
    __typename
    ... on PayableBills { holder bills { number amount status } biller { name } }
    ... on Refusal { code }
    ... on TooManyGuesses { until }
  }
}`;

async function bind(token: string, changes: object = {}) {
  const proof = { biller: biller.partnerId, accountNumber: "1000234", holderName: "王小明", alias: "家" };
  const answer = await platform.call({ query: BIND, variables: { input: { ...proof, ...changes } }, token });
  return at(answer.data, "bindUtilityAccount");
}

async function lookUp(token: string, number: string, holder: string | null = "王小明") {
  const variables = { biller: biller.partnerId, number, holder };
  return at((await platform.call({ query: LOOK_UP, variables, token })).data, "payableBills");
}

const me = async (token: string) => (await platform.call({ query: ME, token })).data;

describe("a biller", () => {
  it("is shown to anybody by its region", async () => {
    const query = `{ billers(region: "110000") { name kind lookup } }`;
    expect((await platform.call({ query })).data).toEqual({
      billers: [{ name: "市自来水集团", kind: "WATER", lookup: "ACCOUNT_NUMBER_AND_HOLDER" }],
    });
  });

  it("issues many bills at once, each with an outcome of its own in its place", async () => {
    const [good, taken] = [row(), row()];
    await biller.submit(taken);
    const outcomes = await biller.submit(
      good,
      row({ amount: "0.00" }),
      row({ to: "2026-09-01" }),
      { ...taken, amount: "1.00" },
      row({ accountNumber: "no number!" }),
      row({ holderName: "王\u0000" }),
      taken,
    );
    expect(outcomes).toMatchObject([
      { __typename: "Bill", number: good["number"], status: "DUE", amount: "88.20" },
      { code: "AMOUNT_NOT_POSITIVE", path: ["rows", "1", "amount"] },
      { code: "PERIOD_REVERSED", path: ["rows", "2", "period"] },
      { code: "BILL_NUMBER_TAKEN" },
      { code: "NOT_A_NUMBER", path: ["rows", "4", "accountNumber"] },
      { code: "CONTROL_CHARACTERS", path: ["rows", "5", "holderName"] },
      { __typename: "Bill", number: taken["number"] },
    ]);
  });

  it("takes 100 rows and no more, many of one new account, and all again without doubling any", async () => {
    const rows = Array.from({ length: 100 }, (_, i) => row({ accountNumber: `A-${i % 25}` }));
    const first = await biller.submit(...rows);
    expect(first.filter((each) => textAt(each, "__typename") === "Bill")).toHaveLength(100);
    expect(await biller.submit(...rows)).toEqual(first);
    await expect(biller.submit(...rows, row())).rejects.toThrow(/100/);
  });

  it("amends and withdraws a bill that is due, and none of another biller", async () => {
    const other = await seedBiller(platform, { creditCode: "11220000013544541J" });
    const bill = row();
    await biller.submit(bill);
    const change = async (apiKey: string, call: string) => {
      const query = `mutation { change: ${call} { __typename ... on Bill { amount status } ... on Refusal { code } } }`;
      return at((await platform.call({ query, apiKey })).data, "change");
    };
    const amend = `amendBill(number: "${bill["number"]}", amount: "70.00", dueOn: "2026-12-31")`;
    const cancel = `cancelBill(number: "${bill["number"]}")`;
    expect(await change(other.liveKey, amend)).toMatchObject({ code: "NOT_FOUND" });
    expect(await change(biller.liveKey, amend)).toMatchObject({ amount: "70.00", status: "DUE" });
    expect(await change(biller.liveKey, cancel)).toMatchObject({ status: "CANCELLED" });
    expect(await change(biller.liveKey, amend)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    expect(await change(biller.liveKey, cancel)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
  });
});

describe("a citizen", () => {
  it("binds an account by number and holder, sees its bills, is told of new ones, and unbinds it", async () => {
    const accountNumber = newNumber();
    await issueBill(biller, { accountNumber, number: "B-1", to: "2026-07-01", from: "2026-05-01" });
    const citizen = platform.newCitizen();
    const token = await platform.tokens.citizen(citizen);
    const bound = await bind(token, { accountNumber });
    expect(bound).toMatchObject({ alias: "家", number: accountNumber, bills: [{ number: "B-1" }] });
    await issueBill(biller, { accountNumber, number: "B-2" });
    expect(await me(token)).toMatchObject({
      me: {
        utilityAccounts: [{ alias: "家", biller: { name: "市自来水集团" } }],
        bills: [{ number: "B-2" }, { number: "B-1" }],
      },
    });
    expect(await bind(token, { accountNumber, alias: "父母" })).toMatchObject({ alias: "父母" });
    const query = `mutation { unbindUtilityAccount(id: "${textAt(bound, "id")}") { __typename } }`;
    expect((await platform.call({ query, token })).data).toEqual({
      unbindUtilityAccount: { __typename: "UtilityAccount" },
    });
    expect(await me(token)).toEqual({ me: { utilityAccounts: [], bills: [] } });
    expect((await platform.call({ query, token })).data).toEqual({
      unbindUtilityAccount: { __typename: "NotFound" },
    });
  });

  it("sees a front page of bills in two round trips", async () => {
    const token = await platform.tokens.citizen();
    for (let i = 0; i < 3; i += 1) {
      const accountNumber = newNumber();
      await issueBill(biller, { accountNumber });
      await bind(token, { accountNumber });
    }
    await platform.call({
      query: "{ me { bills(status: DUE) { number amount } payments { edges { cursor } } } }",
      token,
    });
    expect(platform.logs.findLast(({ message }) => message === "request")).toMatchObject({
      roundTripsDeep: 2,
    });
  });

  it("who names another holder, or an account that is none, hears the same, five times an hour", async () => {
    const [token, accountNumber] = [await platform.tokens.citizen(), newNumber()];
    await issueBill(biller, { accountNumber });
    const wrong = [
      await bind(token, { accountNumber, holderName: "王大明" }),
      await bind(token, { accountNumber: "9999999" }),
      await bind(token, { accountNumber, holderName: null }),
      await bind(token, { biller: "ptn_0000000000000000" }),
      await lookUp(token, accountNumber, "李明"),
    ];
    for (const each of wrong) expect(each).toEqual({ __typename: "NotFound", code: "ACCOUNT_NOT_FOUND" });
    const until = "2026-11-23T03:00:00.000Z";
    const closed = { __typename: "TooManyGuesses", code: "TOO_MANY_GUESSES", until };
    expect(await bind(token, { accountNumber })).toEqual(closed);
    expect(await lookUp(token, accountNumber)).toEqual(closed);
    platform.clock.set(until);
    expect(await bind(token, { accountNumber })).toMatchObject({ __typename: "UtilityAccount" });
    platform.clock.set("2026-11-23T02:00:00.000Z");
  });

  it("looks up what somebody else owes, without a word on who that is", async () => {
    const [token, accountNumber] = [await platform.tokens.citizen(), newNumber()];
    const bill = row({ accountNumber });
    await biller.submit(bill);
    expect(await lookUp(token, accountNumber)).toEqual({
      __typename: "PayableBills",
      holder: "王**",
      bills: [{ number: bill["number"], amount: "88.20", status: "DUE" }],
      biller: { name: "市自来水集团" },
    });
  });

  it("needs no holder's name where the biller does not ask for one", async () => {
    const open = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER", creditCode: "11220000013544541J" });
    await issueBill(open, { accountNumber: "77" });
    const token = await platform.tokens.citizen();
    const found = await bind(token, { biller: open.partnerId, accountNumber: "77", holderName: null });
    expect(found).toMatchObject({ __typename: "UtilityAccount", number: "77" });
  });
});
