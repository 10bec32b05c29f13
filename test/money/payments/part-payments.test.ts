import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decimal } from "../../../services/kernel/decimal.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import {
  type Biller,
  issueBill,
  newNumber,
  pay,
  seedBiller,
} from "../../convenience/utilities/utility-world.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";

let platform: TestPlatform;
let biller: Biller;
let strict: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  const lateFee = { perMille: decimal("1"), graceDays: 0, capPercent: decimal("50") };
  biller = await seedBiller(platform, { partPayments: true, lateFee });
  strict = await seedBiller(platform, { creditCode: "9111000010000000AQ" });
});
afterAll(() => platform.stop());

let token: string;
beforeEach(async () => {
  platform.clock.set("2026-11-23T02:00:00.000Z");
  token = await platform.tokens.citizen();
});

const BILL_FIELDS = "status amount owed paid payment payments { payment amount on }";

async function payPart(
  bill: string,
  amount: string,
  key = newId("key", systemRuntime) as string,
): Promise<Json> {
  const { data, errors, text } = await platform.call({
    query: `mutation ($key: ID!, $input: PayBillsInput!) { payBills(idempotencyKey: $key, input: $input) {
      __typename ... on Payment { id status amount bills { amount } receipt { lines { lateFee } } }
      ... on Refusal { code message } ... on InvalidInput { path } ... on BillNotPayable { payment }
    } }`,
    variables: { key, input: { bills: [bill], amount, channel: "SANDBOX" } },
    token,
  });
  if (errors.length > 0) throw new Error(text);
  return at(data, "payBills");
}

/** As its biller sees it. */
async function billOf(id: string): Promise<Json> {
  const query = `{ node(id: "${id}") { ... on Bill { ${BILL_FIELDS} } } }`;
  return at((await platform.call({ query, apiKey: biller.liveKey })).data, "node");
}

async function refund(payment: string, amount: string): Promise<Json> {
  const officer = await platform.tokens.officer({ roles: ["TREASURER"] });
  const query = `mutation { refundPayment(idempotencyKey: "${newId("key", systemRuntime)}", input: {
    payment: "${payment}", amount: "${amount}", reason: "asked for"
  }) { __typename ... on Refund { status } ... on Refusal { code } } }`;
  return at((await platform.call({ query, token: officer })).data, "refundPayment");
}

describe("a bill whose biller takes parts", () => {
  it("is paid part by part, and is paid when nothing is left", async () => {
    const bill = await issueBill(biller);
    const first = await payPart(bill, "30.00");
    expect(first).toMatchObject({ status: "SUCCEEDED", amount: "30.00" });
    expect(await billOf(bill)).toEqual({
      ...{ status: "DUE", amount: "88.20", owed: "58.20", paid: "30.00", payment: null },
      payments: [{ payment: at(first, "id"), amount: "30.00", on: "2026-11-23" }],
    });
    const rest = await pay(platform, { token }, [bill]);
    expect(rest).toMatchObject({ amount: "58.20" });
    expect(await billOf(bill)).toEqual({
      ...{ status: "PAID", amount: "88.20", owed: "0.00", paid: "88.20", payment: at(rest, "id") },
      payments: [
        { payment: at(first, "id"), amount: "30.00", on: "2026-11-23" },
        { payment: at(rest, "id"), amount: "58.20", on: "2026-11-23" },
      ],
    });
  });

  it("is paid whole by all that is owed, whether it is named or not", async () => {
    const bill = await issueBill(biller);
    expect(await payPart(bill, "88.20")).toMatchObject({ status: "SUCCEEDED" });
    expect(await billOf(bill)).toMatchObject({ status: "PAID", paid: "88.20" });
  });

  it("bears its late fee on the rest, and a late part pays the fee first", async () => {
    const bill = await issueBill(biller, { dueOn: "2026-11-25", amount: "100.00" });
    await payPart(bill, "40.00");
    platform.clock.set("2026-12-05T02:00:00.000Z");
    token = await platform.tokens.citizen();
    expect(await billOf(bill)).toMatchObject({ owed: "60.60" });
    const late = await payPart(bill, "10.00");
    expect(at(late, "receipt", "lines", 0, "lateFee")).toBe("0.60");
    expect(await billOf(bill)).toMatchObject({ owed: "50.60", paid: "50.00" });
  });

  it("is not paid too much by phones that pay parts at once", async () => {
    const bill = await issueBill(biller);
    const outcomes = await Promise.all(["60.00", "60.00", "60.00"].map((amount) => payPart(bill, amount)));
    const types = outcomes.map((outcome) => textAt(outcome, "__typename"));
    expect(types.filter((type) => type === "Payment")).toHaveLength(1);
    expect(await billOf(bill)).toMatchObject({ status: "DUE", owed: "28.20", paid: "60.00" });
  });

  it("is owed again what a part that goes back has paid, and nothing more", async () => {
    const bill = await issueBill(biller);
    const [first, second] = [await payPart(bill, "30.00"), await payPart(bill, "20.00")];
    expect(await refund(textAt(first, "id"), "10.00")).toMatchObject({ status: "SUCCEEDED" });
    expect(await billOf(bill)).toMatchObject({ owed: "38.20", paid: "50.00" });
    await refund(textAt(first, "id"), "20.00");
    expect(await billOf(bill)).toMatchObject({ status: "DUE", owed: "68.20", paid: "20.00" });
    await pay(platform, { token }, [bill]);
    await refund(textAt(second, "id"), "20.00");
    expect(await billOf(bill)).toMatchObject({ status: "DUE", owed: "20.00", paid: "68.20" });
    expect(at(await billOf(bill), "payments")).toMatchObject([{ amount: "68.20" }]);
  });

  it("is not amended or withdrawn while parts of it are paid", async () => {
    const number = newNumber();
    const bill = await issueBill(biller, { number });
    const part = await payPart(bill, "30.00");
    const cancel = `mutation { cancelBill(number: "${number}") { __typename ... on NotAllowedNow { state } } }`;
    const refused = await platform.call({ query: cancel, apiKey: biller.liveKey });
    expect(at(refused.data, "cancelBill")).toEqual({ __typename: "NotAllowedNow", state: "PARTLY_PAID" });
    await refund(textAt(part, "id"), "30.00");
    const done = await platform.call({ query: cancel, apiKey: biller.liveKey });
    expect(at(done.data, "cancelBill", "__typename")).toBe("Bill");
  });

  it("takes four parts, and then the rest at once", async () => {
    const bill = await issueBill(biller);
    for (let i = 0; i < 4; i += 1) await payPart(bill, "10.00");
    expect(await payPart(bill, "10.00")).toMatchObject({
      ...{ code: "TOO_MANY_PARTS", path: ["input", "amount"] },
      message: "This bill was paid in 4 parts; pay the rest of 48.20 yuan at once.",
    });
    expect(await pay(platform, { token }, [bill])).toMatchObject({ amount: "48.20" });
  });

  it("keeps the part of a payment that has failed", async () => {
    const bill = await issueBill(biller);
    expect(await payPart(bill, "30.91")).toMatchObject({ status: "FAILED" });
    expect(await billOf(bill)).toMatchObject({ status: "DUE", owed: "88.20", paid: "0.00" });
  });
});

describe("a part", () => {
  it("is refused where the biller takes none, more than is owed, nothing, and of several bills", async () => {
    const [bill, whole] = [await issueBill(biller), await issueBill(strict)];
    expect(await payPart(whole, "10.00")).toMatchObject({
      ...{ code: "PART_PAYMENTS_NOT_TAKEN", message: "This biller takes no parts; 88.20 yuan are owed." },
    });
    expect(await payPart(bill, "88.21")).toMatchObject({ code: "PART_EXCEEDS_OWED" });
    expect(await payPart(bill, "0.00")).toMatchObject({ code: "AMOUNT_NOT_POSITIVE" });
    const both = await platform.call({
      query: `mutation { payBills(idempotencyKey: "several-bills", input: {
        bills: ["${bill}", "${whole}"], amount: "10.00", channel: SANDBOX
      }) { ... on InvalidInput { code path } } }`,
      token,
    });
    expect(at(both.data, "payBills")).toEqual({ code: "PART_OF_ONE_BILL", path: ["input", "amount"] });
  });

  it("under the same key is one payment, and another amount another order", async () => {
    const [bill, key] = [await issueBill(biller), newId("key", systemRuntime)];
    const first = await payPart(bill, "10.00", key);
    expect(await payPart(bill, "10.00", key)).toEqual(first);
    expect(await payPart(bill, "11.00", key)).toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
    expect(await billOf(bill)).toMatchObject({ paid: "10.00" });
  });
});

describe("the ledger", () => {
  it("is sound after all parts", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
