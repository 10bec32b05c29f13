import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { issueBill, PAY, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { startFaultProxy } from "../../support/fault-proxy.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";
import { judge } from "./judge.ts";
import { REFUND } from "./refunds.ts";
import { fundedPartner } from "./seed-world.ts";

const AT_ONCE = 12;

const faults = await startFaultProxy("asked at once");
let platform: TestPlatform;
let treasurer: string;
beforeAll(async () => {
  platform = await startPlatform({ faults });
  treasurer = await platform.tokens.officer({ roles: ["TREASURER"] });
});
afterAll(() => platform.stop());

const newKey = () => newId("key", systemRuntime);
const DEPOSIT = `mutation ($key: ID!, $input: RecordDepositInput!) {
  recordDeposit(idempotencyKey: $key, input: $input) { __typename ... on Refusal { code } }
}`;

type By = { readonly token: string } | { readonly apiKey: string };
type Wish = { readonly query: string; readonly input: Readonly<Record<string, Json>> };

/** Twelve calls in the same moment, each with a key of its own. */
async function twelve(name: string, by: By, wish: (i: number) => Wish): Promise<readonly Json[]> {
  const calls = Array.from({ length: AT_ONCE }, async (_, i) => {
    const { query, input } = wish(i);
    const { data, errors } = await platform.call({ query, variables: { key: newKey(), input }, ...by });
    expect(errors).toEqual([]);
    return at(data, name);
  });
  return Promise.all(calls);
}

const done = (answers: readonly Json[], type: string) =>
  answers.filter((answer) => textAt(answer, "__typename") === type);
const codes = (answers: readonly Json[], type: string): readonly string[] =>
  [
    ...new Set(answers.flatMap((one) => (textAt(one, "__typename") === type ? [] : [textAt(one, "code")]))),
  ].sort();

async function paidBill(amount: string, by: By, channel: string): Promise<string> {
  const bill = await issueBill(await seedBiller(platform), { amount });
  const variables = { key: newKey(), input: { bills: [bill], channel } };
  const paid = await platform.call({ query: PAY, variables, ...by });
  return textAt(paid.data, "payBills", "id");
}

const refundOf = (payment: string, amount: string): Wish => ({
  query: REFUND,
  input: { payment, amount, reason: "重复缴费" },
});

/** As the engine answers, and as DynamoDB does where many meet in one record. */
describe.each([
  ["nothing", {}],
  ["conflicts", { conflict: 25 }],
] as const)("twelve at once, while the database meets %s:", (_, percent) => {
  beforeAll(() => faults.begin({ percent }));
  afterAll(() => faults.calm());

  it.each([
    ["all of it", "60.00", ["NOT_REFUNDABLE", "REFUND_UNDER_WAY"], 1],
    ["a fifth of it", "12.00", ["NOT_REFUNDABLE", "REFUND_EXCEEDS_PAYMENT", "REFUND_UNDER_WAY"], 5],
    ["a twelfth of it", "5.00", [], 12],
  ] as const)(
    "refunds of one payment, of %s, give back no more than it and say why not",
    async (_, amount, why, most) => {
      const citizen = { token: await platform.tokens.citizen() };
      const payment = await paidBill("60.00", citizen, "SANDBOX");
      const answers = await twelve("refundPayment", { token: treasurer }, () => refundOf(payment, amount));
      const begun = done(answers, "Refund").length;
      expect(begun).toBeGreaterThan(0);
      expect(begun).toBeLessThanOrEqual(most);
      const allowed = [...why, "TOO_MANY_REFUNDS_AT_ONCE"];
      expect(codes(answers, "Refund").filter((code) => !allowed.includes(code))).toEqual([]);
      expect(answers.length).toBe(AT_ONCE);
    },
  );

  it("refunds to a prefunded account give back no more than was paid, and say why not", async () => {
    const payment = await paidBill("60.00", { apiKey: await fundedPartner(platform, 100_00n) }, "PREFUND");
    const answers = await twelve("refundPayment", { token: treasurer }, () => refundOf(payment, "20.00"));
    expect(done(answers, "Refund").length).toBeLessThanOrEqual(3);
    expect(done(answers, "Refund").length).toBeGreaterThan(0);
    expect(
      answers.every((answer) => ["Refund", "NotRefundable"].includes(textAt(answer, "__typename"))),
    ).toBe(true);
  });

  it("payments of one bill charge one payer", async () => {
    const bill = await issueBill(await seedBiller(platform), { amount: "60.00" });
    const by = { token: await platform.tokens.citizen() };
    const answers = await twelve("payBills", by, () => ({
      query: PAY,
      input: { bills: [bill], channel: "SANDBOX" },
    }));
    expect(done(answers, "Payment")).toHaveLength(1);
    expect(done(answers, "BillNotPayable")).toHaveLength(AT_ONCE - 1);
  });

  it("payments from one prefunded account take what is there, and the others are refused", async () => {
    const biller = await seedBiller(platform);
    const bills = await Promise.all(
      Array.from({ length: AT_ONCE }, () => issueBill(biller, { amount: "10.00" })),
    );
    const apiKey = await fundedPartner(platform, 50_00n);
    const answers = await twelve("payBills", { apiKey }, (i) => ({
      query: PAY,
      input: { bills: [bills[i] ?? ""], channel: "PREFUND" },
    }));
    expect(done(answers, "Payment")).toHaveLength(5);
    expect(done(answers, "InsufficientFunds")).toHaveLength(AT_ONCE - 5);
  });

  it("deposits of one bank transfer are booked once", async () => {
    const { partnerId: partner } = await seedPartner(platform, { scopes: ["OWN_ACCOUNTS"] });
    const bankReference = newKey();
    const answers = await twelve("recordDeposit", { token: treasurer }, () => ({
      query: DEPOSIT,
      input: { partner, amount: "10.00", bankReference },
    }));
    expect(done(answers, "Deposit")).toHaveLength(1);
    expect(codes(answers, "Deposit")).toEqual(["ALREADY_RECORDED"]);
  });
});

it("and the books are sound after all of it", async () => {
  faults.calm();
  platform.clock.advance(900_000);
  await sweep(platform);
  expect(await judge(platform)).toEqual({});
});
