import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PartnerId } from "../../../services/kernel/ids.ts";
import { DAY_MS, HOUR_MS } from "../../../services/kernel/runtime.ts";
import { nodesAt } from "../../support/asking.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";
import { agree, asked, book, propose, settle, today } from "./world.ts";

let platform: TestPlatform;
let partner: LivePartner;
let first: string;
let second: string;
beforeAll(async () => {
  platform = await startPlatform();
  first = await platform.tokens.officer({ roles: ["TREASURER"], id: "ofc_0000000000000001" });
  second = await platform.tokens.officer({ roles: ["TREASURER"], id: "ofc_0000000000000002" });
});
afterAll(() => platform.stop());

const SETTLEMENT = `id day status lineCount carriedIn gross fee paid carriedOut payOn bankReference refusal maskedAccount`;
const OWN = `{ answer: settlements(kind: BILLER, first: 30) { edges { node { ${SETTLEMENT} } } } }`;
const LINES = `query ($id: ID!) { answer: node(id: $id) { ... on Settlement {
  lines { edges { node { kind gross fee net } } pageInfo { hasNextPage } } statement { name csv next }
} } }`;
const OWED = `{ answer: payoutsOwed { edges { node {
  id amount status dueOn cause partner { name } maskedBankAccount bankAccount payoutAccount { id } availableActions
} } } }`;
const ANSWERS = `mutation ($rows: [BankAnswerInput!]!) {
  answer: takeBankAnswers(rows: $rows) {
    __typename ... on Payout { status refusal bankReference } ... on Refusal { code } ... on InvalidInput { path }
  }
}`;
const ORDER = `mutation ($payout: ID!) {
  answer: orderPayout(payout: $payout) { __typename ... on Payout { status } ... on NotAllowedNow { availableActions } }
}`;

const own = async (of: LivePartner = partner): Promise<readonly Json[]> => {
  return nodesAt(await asked(platform, { query: OWN, apiKey: of.liveKey }));
};
const linesOf = async (settlement: Json | undefined): Promise<Json> =>
  asked(platform, {
    ...{ query: LINES, variables: { id: textAt(settlement ?? null, "id") }, apiKey: partner.liveKey },
  });
const owed = async (id: PartnerId = partner.partnerId): Promise<readonly Json[]> => {
  await signInAgain();
  const nodes = nodesAt(await asked(platform, { query: OWED, token: first }));
  const causes = new Set((await own()).map((each) => textAt(each, "id")));
  return nodes.filter((node) => id === partner.partnerId && causes.has(textAt(node, "cause")));
};
const answerAs = (rows: readonly object[]) =>
  asked(platform, { query: ANSWERS, variables: { rows }, token: first });
const order = (payout: string) => asked(platform, { query: ORDER, variables: { payout }, token: first });
const WAITING =
  "{ answer: proposedSettlementContracts(first: 100) { edges { node { id isOwn partnerName } } } }";
const waiting = async (token: string): Promise<readonly Json[]> => {
  return nodesAt(await asked(platform, { query: WAITING, token }));
};
const nextDay = (): void => platform.clock.advance(DAY_MS);

/** Treasurers' tokens last an hour. */
async function signInAgain(): Promise<void> {
  first = await platform.tokens.officer({ roles: ["TREASURER"], id: "ofc_0000000000000001" });
  second = await platform.tokens.officer({ roles: ["TREASURER"], id: "ofc_0000000000000002" });
}

async function contractFor(of: LivePartner, terms: object = {}): Promise<void> {
  const proposed = await propose(platform, first, {
    partner: of.partnerId,
    effectiveFrom: today(platform),
    ...terms,
  });
  const agreed = await agree(platform, second, textAt(proposed, "id"));
  expect(agreed).toMatchObject({ __typename: "SettlementContract", status: "AGREED" });
}

beforeEach(async () => {
  await signInAgain();
  partner = await seedPartner(platform, { scopes: ["OWN_ACCOUNTS"] });
});

describe("a day's settlement", () => {
  it("brings what was paid, less refunds and the fee, into one order, with a statement that sums to it", async () => {
    await book(platform, partner.partnerId, 100_00n);
    await book(platform, partner.partnerId, 88_20n);
    await book(platform, partner.partnerId, -30_00n);
    await contractFor(partner);
    expect(await settle(platform)).toMatchObject({ finished: true, faults: [] });
    expect(await own()).toEqual([]);
    nextDay();
    await signInAgain();
    await book(platform, partner.partnerId, 5_00n);
    expect(await settle(platform)).toMatchObject({ differing: 0, faults: [] });
    const [settlement, ...others] = await own();
    expect(others).toEqual([]);
    expect(settlement).toMatchObject({
      ...{ day: "2026-11-23", status: "TO_PAY", lineCount: 3, carriedIn: "0.00", carriedOut: "0.00" },
      // 100.00 and 88.20 at 6 per mille are 0.60 and 0.53; of a refund there is no fee.
      ...{ gross: "158.20", fee: "1.13", paid: "157.07", payOn: "2026-11-24", maskedAccount: "…3456" },
    });
    const csv = textAt(await linesOf(settlement), "statement", "csv");
    const rows = csv
      .replace("\uFEFF", "")
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));
    expect(rows[0]).toEqual(["number", "bookedAt", "kind", "cause", "gross", "fee", "net"]);
    const lines = rows.filter(([id]) => id?.startsWith("tfr_"));
    const sum = (column: number) =>
      lines.reduce((total, row) => total + Math.round(Number(row[column]) * 100), 0);
    expect([lines.length, sum(4), sum(5), sum(6)]).toEqual([3, 158_20, 1_13, 157_07]);
    expect(rows.find((row) => row[2] === "PAID")?.[6]).toBe("157.07");
    const [payout, ...more] = await owed();
    expect(more).toEqual([]);
    expect(payout).toMatchObject({
      ...{ amount: "157.07", status: "OWED", dueOn: "2026-11-24", maskedBankAccount: "…3456" },
      ...{ bankAccount: "1101010400123456", payoutAccount: null, partner: { name: expect.any(String) } },
    });
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("is paid when the bank's file says so, and the money leaves the bank account then", async () => {
    await book(platform, partner.partnerId, 100_00n);
    await contractFor(partner);
    nextDay();
    await signInAgain();
    await settle(platform);
    const payout = textAt((await owed())[0] ?? null, "id");
    expect(await order(payout)).toMatchObject({ __typename: "Payout", status: "ORDERED" });
    const row = { payout, outcome: "PAID", amount: "99.40", bankReference: "ICBC-1" };
    expect(
      await answerAs([{ ...row, amount: "99.41" }, row, { ...row, payout: "pyo_0000000000000000" }]),
    ).toEqual([
      { __typename: "InvalidInput", code: "BANK_AMOUNT_DIFFERS", path: ["rows", "0", "amount"] },
      { __typename: "Payout", status: "PAID", refusal: null, bankReference: "ICBC-1" },
      { __typename: "NotFound", code: "NOT_FOUND" },
    ]);
    expect(await answerAs([row])).toMatchObject([{ __typename: "Payout", status: "PAID" }]);
    expect((await own())[0]).toMatchObject({ status: "PAID", bankReference: "ICBC-1" });
    expect((await sweep(platform)).failed).toBe(0);
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("that the bank refuses is owed again, told, and comes with the next one without another fee", async () => {
    await book(platform, partner.partnerId, 100_00n);
    await contractFor(partner);
    nextDay();
    await signInAgain();
    await settle(platform);
    const payout = textAt((await owed())[0] ?? null, "id");
    await order(payout);
    const refused = { payout, outcome: "REFUSED", amount: "99.40", reason: "账户已销户" };
    expect(await answerAs([refused, refused])).toMatchObject([
      { __typename: "Payout", status: "REFUSED", refusal: "账户已销户" },
      { __typename: "Payout", status: "REFUSED" },
    ]);
    expect(platform.logs).toContainEqual(
      expect.objectContaining({ message: "a payout was refused by the bank", payout }),
    );
    expect(
      await answerAs([{ payout, outcome: "PAID", amount: "99.40", bankReference: "ICBC-2" }]),
    ).toMatchObject([{ __typename: "NotAllowedNow" }]);
    nextDay();
    expect(await settle(platform)).toMatchObject({ differing: 0 });
    const [again, before] = await own();
    expect(before).toMatchObject({ status: "REFUSED", refusal: "账户已销户" });
    expect(again).toMatchObject({ gross: "99.40", fee: "0.00", paid: "99.40", status: "TO_PAY" });
    expect(at(await linesOf(again), "lines", "edges", 0, "node", "kind")).toBe("RETURNED");
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("that comes back after the bank had paid it is owed again, told, and comes with the next one", async () => {
    await book(platform, partner.partnerId, 100_00n);
    await contractFor(partner);
    nextDay();
    await signInAgain();
    await settle(platform);
    const payout = textAt((await owed())[0] ?? null, "id");
    await order(payout);
    const paid = { payout, outcome: "PAID", amount: "99.40", bankReference: "ICBC-9" };
    const returned = { ...paid, outcome: "RETURNED", reason: "账户已销户" };
    // The bank's file tells both, and is sent twice: what it says of a transfer counts once.
    const RETURNED = { __typename: "Payout", status: "RETURNED", bankReference: null };
    expect(
      await answerAs([{ ...returned, bankReference: "ICBC-8" }, paid, returned, paid, returned]),
    ).toMatchObject([
      { __typename: "NotAllowedNow" },
      { __typename: "Payout", status: "PAID" },
      ...[RETURNED, RETURNED, RETURNED],
    ]);
    expect(await order(payout)).toMatchObject({ __typename: "NotAllowedNow", availableActions: [] });
    expect(await owed()).toEqual([]);
    nextDay();
    expect(await settle(platform)).toMatchObject({ differing: 0 });
    const [again, before] = await own();
    expect(before).toMatchObject({ status: "REFUSED", refusal: "账户已销户" });
    expect(again).toMatchObject({ gross: "99.40", fee: "0.00", paid: "99.40", status: "TO_PAY" });
    expect(at(await linesOf(again), "lines", "edges", 0, "node", "kind")).toBe("RETURNED");
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("is not ordered before its day", async () => {
    await book(platform, partner.partnerId, 100_00n);
    await contractFor(partner, { payDays: 3, payDayKind: "CALENDAR" });
    nextDay();
    await signInAgain();
    await settle(platform);
    const [payout = null] = await owed();
    expect(payout).toMatchObject({ availableActions: ["recordPayout"] });
    expect(await order(textAt(payout, "id"))).toMatchObject({ __typename: "NotAllowedNow" });
    platform.clock.advance(2 * DAY_MS);
    await signInAgain();
    expect(await order(textAt(payout, "id"))).toMatchObject({ __typename: "Payout", status: "ORDERED" });
  });

  it("below the minimum or below nothing is carried forward, and nothing is paid twice for it", async () => {
    await contractFor(partner, { minimum: "100.00", feePerMille: "0" });
    await book(platform, partner.partnerId, 60_00n);
    nextDay();
    await settle(platform);
    await book(platform, partner.partnerId, -90_00n);
    nextDay();
    expect(await settle(platform)).toMatchObject({ differing: 0, negativeDays: 1 });
    await book(platform, partner.partnerId, 150_00n);
    nextDay();
    await settle(platform);
    expect(
      (await own()).map((each) => [at(each, "carriedIn"), at(each, "paid"), at(each, "carriedOut")]),
    ).toEqual([
      ["-30.00", "120.00", "0.00"],
      ["60.00", "0.00", "-30.00"],
      ["0.00", "0.00", "60.00"],
    ]);
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("is made for each day that was missed, in their order", async () => {
    await contractFor(partner, { feePerMille: "0" });
    for (const amount of [10_00n, 20_00n, 30_00n]) {
      await book(platform, partner.partnerId, amount);
      nextDay();
    }
    expect(await settle(platform)).toMatchObject({ differing: 0, oldestDueSeconds: 0 });
    expect((await own()).map((each) => at(each, "paid"))).toEqual(["30.00", "20.00", "10.00"]);
  });

  it("is not closed where the account does not hold what its transfers say", async () => {
    await contractFor(partner);
    await book(platform, partner.partnerId, 100_00n);
    const key = { pk: `biller:${partner.partnerId}#00`, sk: "account" };
    const table = platform.database().nameOf("ledger-live");

    const change = (by: number) =>
      platform.documents.send(
        new UpdateCommand({
          ...{ TableName: table, Key: key, UpdateExpression: "ADD balance :by" },
          ExpressionAttributeValues: { ":by": by },
        }),
      );
    await change(1);
    nextDay();
    expect(await settle(platform)).toMatchObject({ differing: 1 });
    expect(await own()).toEqual([]);
    await change(-1);
    expect(await settle(platform)).toMatchObject({ differing: 0 });
  });

  it("is closed once by two processes at once, and by one that goes on after another has died", async () => {
    await contractFor(partner, { feePerMille: "0" });
    for (let i = 0; i < 4; i += 1) await book(platform, partner.partnerId, 10_00n);
    nextDay();
    const outcomes = await Promise.all([settle(platform), settle(platform), settle(platform)]);
    expect(outcomes).toMatchObject([{ faults: [] }, { faults: [] }, { faults: [] }]);
    expect(await own()).toHaveLength(1);
    expect(await owed()).toHaveLength(1);
    await book(platform, partner.partnerId, 7_00n);
    nextDay();
    platform.gate.hold(async () => {
      throw new Error("the process dies");
    });
    expect((await settle(platform)).faults).not.toEqual([]);
    platform.gate.hold(undefined);
    expect(await own()).toHaveLength(1);
    expect(await settle(platform)).toMatchObject({ faults: [] });
    expect((await own()).map((each) => at(each, "paid"))).toEqual(["7.00", "40.00"]);
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("is somebody else's to nobody", async () => {
    await contractFor(partner);
    await book(platform, partner.partnerId, 10_00n);
    nextDay();
    await settle(platform);
    const id = textAt((await own())[0] ?? null, "id");
    const node = (call: object) =>
      asked(platform, { query: `{ answer: node(id: "${id}") { id } }`, ...call });
    expect(await node({ apiKey: partner.liveKey })).toEqual({ id });
    expect(await node({ token: await platform.tokens.citizen(partner.representative) })).toEqual({ id });
    expect(await node({ token: await platform.tokens.citizen() })).toBeNull();
    const other = await seedPartner(platform, { scopes: ["OWN_ACCOUNTS"] });
    expect(await node({ apiKey: other.liveKey })).toBeNull();
  });
});

describe("a contract", () => {
  it("is agreed to by another treasurer than the one who has proposed it", async () => {
    const proposed = await propose(platform, first, {
      partner: partner.partnerId,
      effectiveFrom: today(platform),
    });
    expect(proposed).toMatchObject({
      ...{ __typename: "SettlementContract", status: "PROPOSED", maskedAccount: "…3456" },
      availableActions: ["agreeToSettlementContract", "dismissSettlementContract"],
    });
    const id = textAt(proposed, "id");
    expect(await waiting(first)).toContainEqual(expect.objectContaining({ id, isOwn: true }));
    expect(await waiting(second)).toContainEqual(expect.objectContaining({ id, isOwn: false }));
    expect(await agree(platform, first, id)).toMatchObject({ __typename: "SameOfficer" });
    expect(await agree(platform, second, id)).toMatchObject({ status: "AGREED", availableActions: [] });
    expect(await agree(platform, second, id)).toMatchObject({ status: "AGREED" });
    expect(await waiting(first)).not.toContainEqual(expect.objectContaining({ id }));
    const other = await platform.tokens.officer({ roles: ["TREASURER"] });
    expect(await agree(platform, other, id)).toMatchObject({ __typename: "ContractDecided" });
  });

  it.each([
    [{ accountNumber: "1101010400123491" }, "BANK_ACCOUNT_NOT_THE_ENTERPRISES", "accountNumber"],
    [{ accountNumber: "1101010400123492" }, "BANK_DID_NOT_TELL", "accountNumber"],
    [{ accountNumber: "12" }, "BANK_ACCOUNT_INVALID", "accountNumber"],
    [{ feePerMille: "100.1" }, "FEE_OUT_OF_RANGE", "feePerMille"],
    [{ feeLeast: "2.00", feeMost: "1.00" }, "FEE_OUT_OF_RANGE", "feePerMille"],
    [{ feeAccount: "Fee account" }, "FEE_ACCOUNT_NAME", "feeAccount"],
    [{ minimum: "-1.00" }, "MINIMUM_NEGATIVE", "minimum"],
    [{ payDays: 0 }, "PAY_DAYS_OUT_OF_RANGE", "payDays"],
  ])("with %j is refused: %s", async (terms, code, field) => {
    const wish = { partner: partner.partnerId, effectiveFrom: today(platform), ...terms };
    expect(await propose(platform, first, wish)).toMatchObject({
      ...{ __typename: "InvalidInput", code, path: ["input", field] },
    });
  });

  it("does not begin with a day that is settled, and its fee is published from its first day on", async () => {
    await contractFor(partner);
    const fees = () =>
      asked(platform, {
        query: "{ answer: settlementFees { edges { node { name kind fee { perMille effectiveFrom } } } } }",
      });
    expect(at(await fees(), "edges")).toContainEqual({
      node: {
        ...{ name: expect.any(String), kind: "BILLER" },
        fee: { perMille: "6", effectiveFrom: today(platform) },
      },
    });
    const before = today(platform);
    platform.clock.advance(DAY_MS + HOUR_MS);
    await settle(platform);
    await signInAgain();
    const late = await propose(platform, first, { partner: partner.partnerId, effectiveFrom: before });
    expect(await agree(platform, second, textAt(late, "id"))).toMatchObject({ code: "DAY_SETTLED" });
  });
});
