import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { type Biller, row, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import {
  type GatewayFault,
  type PaymentGateway,
  startPaymentGateway,
} from "../../support/payment-gateway.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { refund } from "./refunds.ts";

let gateway: PaymentGateway;
let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  gateway = await startPaymentGateway({ now: () => platform.clock.now() });
  platform = await startPlatform({ gateways: `{"live":${gateway.secret}}` });
  biller = await seedBiller(platform);
});
beforeEach(() => gateway.books.decide("SUCCEEDED"));
afterAll(async () => {
  gateway.stop();
  await platform.stop();
});

const PAY = `mutation ($key: ID!, $input: PayBillsInput!) {
  payBills(idempotencyKey: $key, input: $input) { ... on Payment { id status } }
}`;

/** A bill of 88.00 that somebody pays through the gateway. */
async function payBill(): Promise<Json> {
  const [bill = null] = await biller.submit(row({ amount: "88.00" }));
  const variables = {
    key: newId("key", systemRuntime),
    input: { bills: [textAt(bill, "id")], channel: "HOSTED" },
  };
  const token = await platform.tokens.citizen();
  return at((await platform.call({ query: PAY, variables, token })).data, "payBills");
}

async function history(id: string): Promise<readonly (readonly [unknown, unknown])[]> {
  const { items } = await platform.database().query({ table: "records-live", pk: `audit#${id}`, limit: 100 });
  return items.map(({ action, reason }) => [action, reason] as const);
}

const refusals = async (id: string): Promise<readonly unknown[]> =>
  (await history(id))
    .filter(([action]) => String(action).endsWith(".answer-refused"))
    .map(([, reason]) => reason);

/** The follow-up asks again and again, and is answered so. */
async function askEach(...faults: readonly GatewayFault[]): Promise<void> {
  for (const fault of faults) {
    platform.clock.advance(300_000);
    gateway.fail(fault);
    expect(await sweep(platform)).toMatchObject({ failed: 0 });
  }
}

const WRONG = "AMOUNT_DIFFERS: SUCCEEDED 1 CNY";

describe("a gateway that answers with a wrong amount whenever it is asked", () => {
  it("about a refund is on record once, and the refund ends with the first answer that is right", async () => {
    const payment = await payBill();
    gateway.fail("WRONG_AMOUNT");
    const begun = await refund(platform, payment, { amount: "88.00" });
    expect(begun).toMatchObject({ status: "CREATED" });
    const id = textAt(begun, "id");
    await askEach("WRONG_AMOUNT", "WRONG_AMOUNT", "WRONG_AMOUNT");
    expect(await refusals(id)).toEqual([WRONG]);
    await askEach("NONE");
    expect((await history(id)).at(-1)?.[0]).toBe("payments.refund.succeeded");
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("about a payment is on record once", async () => {
    gateway.fail("WRONG_AMOUNT");
    const id = textAt(await payBill(), "id");
    await askEach("WRONG_AMOUNT", "WRONG_AMOUNT");
    expect(await refusals(id)).toEqual([WRONG]);
    await askEach("NONE");
    expect((await history(id)).at(-1)?.[0]).toBe("payments.payment.succeeded");
  });

  it("is on record once also where it says nothing in between", async () => {
    const payment = await payBill();
    gateway.fail("WRONG_AMOUNT");
    const id = textAt(await refund(platform, payment, { amount: "88.00" }), "id");
    await askEach("DENIED_403", "WRONG_AMOUNT", "DENIED_403", "WRONG_AMOUNT");
    expect(await refusals(id)).toEqual([WRONG]);
    await askEach("NONE");
  });
});
