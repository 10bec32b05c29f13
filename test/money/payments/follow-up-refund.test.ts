import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Biller, pay, row, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { judge, settleAll } from "./judge.ts";
import { refund } from "./refunds.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform);
});
afterAll(() => platform.stop());

type Case = {
  readonly token: string;
  readonly payment: Json;
  readonly billStatus: () => Promise<string>;
  readonly paymentStatus: () => Promise<string>;
  readonly told: () => Promise<readonly string[]>;
};

/** A citizen who has paid a bill of 50.00. */
async function payBill(): Promise<Case> {
  const token = await platform.tokens.citizen();
  const bill = row({ amount: "50.00" });
  const [issued] = await biller.submit(bill);
  const payment = await pay(platform, { token }, [textAt(issued ?? null, "id")]);
  const mine = async (query: string): Promise<Json> =>
    at((await platform.call({ query: `{ me { ${query} } }`, token })).data, "me");
  return {
    token,
    payment,
    billStatus: async () => textAt((await biller.submit(bill))[0] ?? null, "status"),
    paymentStatus: async () =>
      textAt(await mine("payments { edges { node { status } } }"), "payments", "edges", 0, "node", "status"),
    told: async () => {
      const edges = at(await mine("notifications { edges { node { type } } }"), "notifications", "edges");
      return Array.isArray(edges) ? edges.map((edge: Json) => textAt(edge, "node", "type")) : [];
    },
  };
}

describe("a refund that nobody waits for any more", () => {
  it("and that succeeded is asked about until it has: the bill is open again, and the payer is told", async () => {
    const { payment, billStatus, paymentStatus, told } = await payBill();
    expect(await refund(platform, payment, { amount: "0.08" })).toMatchObject({ status: "SUCCEEDED" });
    expect(await refund(platform, payment, { amount: "49.92" })).toMatchObject({ status: "UNKNOWN" });
    await sweep(platform);
    expect(await billStatus()).toBe("PAID");
    expect(await settleAll(platform)).toEqual([]);
    expect([await paymentStatus(), await billStatus()]).toEqual(["REFUNDED", "DUE"]);
    expect((await told()).toSorted()).toEqual(["payment.refunded", "payment.refunded", "payment.succeeded"]);
  });

  it("and that failed is asked about until it has: the amount can be asked for again, and nobody is told", async () => {
    const { payment, billStatus, paymentStatus, told } = await payBill();
    expect(await refund(platform, payment, { amount: "10.93" })).toMatchObject({ status: "UNKNOWN" });
    expect(await settleAll(platform)).toEqual([]);
    expect([await paymentStatus(), await billStatus()]).toEqual(["SUCCEEDED", "PAID"]);
    expect(await told()).toEqual(["payment.succeeded"]);
    expect(await refund(platform, payment, { amount: "50.00" })).toMatchObject({ status: "SUCCEEDED" });
  });
});

describe("a bill of which two parts are on their way back", () => {
  it("stays paid until both have arrived, whichever is first", async () => {
    const { payment, billStatus } = await payBill();
    expect(await refund(platform, payment, { amount: "20.92" })).toMatchObject({ status: "UNKNOWN" });
    expect(await refund(platform, payment, { amount: "29.08" })).toMatchObject({ status: "SUCCEEDED" });
    expect(await billStatus()).toBe("PAID");
    expect(await settleAll(platform)).toEqual([]);
    expect(await billStatus()).toBe("DUE");
  });

  it("stays paid where one of them fails", async () => {
    const { payment, billStatus, paymentStatus } = await payBill();
    expect(await refund(platform, payment, { amount: "20.93" })).toMatchObject({ status: "UNKNOWN" });
    expect(await refund(platform, payment, { amount: "29.07" })).toMatchObject({ status: "SUCCEEDED" });
    expect(await settleAll(platform)).toEqual([]);
    expect([await paymentStatus(), await billStatus()]).toEqual(["PARTLY_REFUNDED", "PAID"]);
  });

  it("is open when both have arrived at the same moment", async () => {
    const { payment, billStatus } = await payBill();
    const parts = ["10.00", "15.00", "25.00"].map((amount) => refund(platform, payment, { amount }));
    for (const part of await Promise.all(parts)) expect(part).toMatchObject({ status: "SUCCEEDED" });
    expect(await billStatus()).toBe("DUE");
  });
});

it("the books are sound, whatever happened above", async () => {
  expect(await judge(platform)).toEqual({});
});
