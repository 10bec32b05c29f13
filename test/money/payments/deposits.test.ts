import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";

let platform: TestPlatform;
let partner: LivePartner;
let treasurer: string;
beforeAll(async () => {
  platform = await startPlatform();
  partner = await seedPartner(platform, { scopes: ["OWN_ACCOUNTS"] });
  treasurer = await platform.tokens.officer({ roles: ["TREASURER"] });
});
afterAll(() => platform.stop());

const RECORD = `mutation ($key: ID!, $input: RecordDepositInput!) {
  recordDeposit(idempotencyKey: $key, input: $input) {
    __typename
    ... on Deposit { id amount bankReference }
    ... on Refusal { code message }
    ... on AlreadyRecorded { deposit }
    ... on InvalidInput { path }
  }
}`;
const ACCOUNTS = `query ($month: Month!, $first: Int!, $after: String) {
  ledgerAccounts {
    id kind balance held
    statement(month: $month, first: $first, after: $after) {
      edges { node { amount reason cause } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const nextReference = () => `ICBC-${newId("ref", systemRuntime)}`;

async function record(input: object = {}, key: string = newId("key", systemRuntime), token = treasurer) {
  const wish = { partner: partner.partnerId, amount: "100.00", bankReference: nextReference(), ...input };
  const answer = await platform.call({ query: RECORD, variables: { key, input: wish }, token });
  return { ...answer, recorded: answer.errors.length > 0 ? null : at(answer.data, "recordDeposit") };
}

const accounts = async (apiKey: string, page: object = { first: 50 }) =>
  platform.call({ query: ACCOUNTS, variables: { month: "2026-11", ...page }, apiKey });

describe("a partner's deposit", () => {
  it("is on its prefunded account at once, with a line on its statement", async () => {
    expect((await accounts(partner.liveKey)).data).toEqual({ ledgerAccounts: [] });
    const { recorded } = await record({ amount: "1234.56" });
    expect(recorded).toMatchObject({ __typename: "Deposit", amount: "1234.56" });
    expect((await accounts(partner.liveKey)).data).toEqual({
      ledgerAccounts: [
        {
          ...{ id: `prefund:${partner.partnerId}`, kind: "PREFUND", balance: "1234.56", held: "0.00" },
          statement: {
            edges: [
              {
                node: {
                  ...{ amount: "1234.56", reason: "payments.deposit.recorded" },
                  cause: textAt(recorded, "id"),
                },
              },
            ],
            pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
          },
        },
      ],
    });
  });

  it("in the sandbox is not seen in live mode, and the other way round", async () => {
    const sandbox = await seedPartner(platform, {
      scopes: ["OWN_ACCOUNTS"],
      creditCode: "11220000013544541J",
    });
    await record({ partner: sandbox.partnerId, mode: "TEST" });
    expect((await accounts(sandbox.liveKey)).data).toEqual({ ledgerAccounts: [] });
    expect(textAt((await accounts(sandbox.testKey)).data, "ledgerAccounts", 0, "balance")).toBe("100.00");
  });

  it("recorded again under its key is the same one, and another one under it is refused", async () => {
    const wish = { bankReference: nextReference() };
    const balance = async () =>
      textAt((await accounts(partner.liveKey)).data, "ledgerAccounts", 0, "balance");
    const first = await record(wish, "the-same-key");
    const booked = await balance();
    const again = await Promise.all([record(wish, "the-same-key"), record(wish, "the-same-key")]);
    for (const { recorded } of again) expect(recorded).toEqual(first.recorded);
    expect((await record({ ...wish, amount: "1.00" }, "the-same-key")).recorded).toMatchObject({
      __typename: "IdempotencyMismatch",
    });
    expect(await balance()).toBe(booked);
  });

  it("recorded again under its key while the first call books it is the same one", async () => {
    const wish = { bankReference: nextReference() };
    const key = newId("key", systemRuntime);
    const first: Json[] = [];
    platform.gate.tearRead(wish.bankReference, "OTHERS", async () => {
      first.push((await record(wish, key)).recorded);
    });
    expect((await record(wish, key)).recorded).toEqual(first[0]);
    expect(first[0]).toMatchObject({ __typename: "Deposit" });
  });

  it("of a bank transfer that stands in the books already is refused and named, whoever books it", async () => {
    const wish = { bankReference: nextReference() };
    const colleague = await platform.tokens.officer({ roles: ["TREASURER"] });
    const both = await Promise.all([record(wish, "first-booking"), record(wish, "other-booking", colleague)]);
    const names = both.map(({ recorded }) => textAt(recorded, "__typename")).sort();
    expect(names).toEqual(["AlreadyRecorded", "Deposit"]);
    const id = both.map(({ recorded }) => recorded).find((each) => textAt(each, "__typename") === "Deposit");
    const refused = both.map(({ recorded }) => recorded).find((each) => each !== id) ?? null;
    expect(textAt(refused, "deposit")).toBe(textAt(id ?? null, "id"));
  });

  it.each([
    ["of nothing", { amount: "0.00" }, { path: ["input", "amount"] }],
    ["of more than any partner pays in", { amount: "1000000000.01" }, { path: ["input", "amount"] }],
    ["of less than nothing", { amount: "-1.00" }, { path: ["input", "amount"] }],
    ["without the bank's number", { bankReference: "" }, { path: ["input", "bankReference"] }],
    ["of an unknown partner", { partner: "ptn_0000000000000000" }, { code: "NOT_FOUND" }],
    ["of what is no partner", { partner: "nobody" }, { code: "NOT_FOUND" }],
  ])("%s is refused, and nothing is booked", async (_, input, refusal) => {
    const before = (await accounts(partner.liveKey)).data;
    expect((await record(input)).recorded).toMatchObject(refusal);
    expect((await accounts(partner.liveKey)).data).toEqual(before);
  });

  it("is recorded by a treasurer only", async () => {
    const manager = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    expect((await record({}, "not-allowed", manager)).errors[0]?.extensions["code"]).toBe("FORBIDDEN");
  });
});

describe("an account of the ledger", () => {
  const ACCOUNT = "query ($id: ID!) { ledgerAccount(id: $id) { id kind balance } }";
  const account = async (id: string) =>
    (await platform.call({ query: ACCOUNT, variables: { id }, token: treasurer })).data;

  it("is shown to a treasurer: the bank has what partners paid in", async () => {
    const { data } = await accounts(partner.liveKey);
    expect(textAt(data, "ledgerAccounts", 0, "kind")).toBe("PREFUND");
    expect(await account("bank:main")).toMatchObject({ ledgerAccount: { kind: "BANK" } });
  });

  it.each(["bank:other", "purse:x", "card:", "card:a b", "", "channel:sandbox#01"])(
    "by a name that none has (%j) is nothing",
    async (id) => {
      expect(await account(id)).toEqual({ ledgerAccount: null });
    },
  );

  it("has a statement by pages, whose cursor holds for that account and month only", async () => {
    const one = (await accounts(partner.liveKey, { first: 1 })).data;
    const after = textAt(one, "ledgerAccounts", 0, "statement", "pageInfo", "endCursor");
    const two = (await accounts(partner.liveKey, { first: 1, after })).data;
    const edge = ["ledgerAccounts", 0, "statement", "edges", 0] as const;
    expect(at(two, ...edge)).not.toEqual(at(one, ...edge));
    const elsewhere = await accounts(partner.liveKey, { first: 1, after, month: "2026-10" });
    expect(elsewhere.errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });

  it("leaves the ledger sound, whatever happened above", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
