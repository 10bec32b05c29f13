import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueBill, pay, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { refund } from "./refunds.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

async function paid() {
  const token = await platform.tokens.citizen();
  const bill = await issueBill(await seedBiller(platform), { amount: "50.00" });
  const payment = await pay(platform, { token }, [bill]);
  const read = async (by = token): Promise<Json> => {
    const query = `query ($id: ID!) { payment(id: $id) {
      status refunded returned refunds { amount status reason bill createdAt endedAt }
    } }`;
    return at(
      (await platform.call({ query, variables: { id: textAt(payment, "id") }, token: by })).data,
      "payment",
    );
  };
  return { payment, bill, read };
}

describe("a payer", () => {
  it("reads of a payment of which nothing goes back that nothing does", async () => {
    const { read } = await paid();
    expect(await read()).toEqual({ status: "SUCCEEDED", refunded: "0.00", returned: "0.00", refunds: [] });
  });

  it("reads that a refund is under way until it has arrived, how much it is, and why", async () => {
    const { payment, read } = await paid();
    await refund(platform, payment, { amount: "49.92" });
    const asked = platform.clock.now();
    const open = { amount: "49.92", reason: "重复缴费", bill: null, createdAt: asked };
    expect(await read()).toEqual({
      ...{ status: "REFUNDING", refunded: "49.92", returned: "0.00" },
      refunds: [{ ...open, status: "UNKNOWN", endedAt: null }],
    });
    platform.clock.advance(1);
    await refund(platform, payment, { amount: "0.08" });
    expect(await read()).toMatchObject({ status: "REFUNDING", refunded: "50.00", returned: "0.08" });
    platform.clock.advance(900_000);
    await sweep(platform);
    expect(await read()).toMatchObject({
      ...{ status: "REFUNDED", refunded: "50.00", returned: "50.00" },
      refunds: [
        { status: "SUCCEEDED", endedAt: platform.clock.now() },
        { amount: "0.08", status: "SUCCEEDED" },
      ],
    });
  });

  it("reads of one that the channel declined, and that the money is still here", async () => {
    const { payment, read } = await paid();
    await refund(platform, payment, { amount: "10.91" });
    expect(await read()).toMatchObject({
      ...{ status: "SUCCEEDED", refunded: "0.00", returned: "0.00" },
      refunds: [{ amount: "10.91", status: "FAILED" }],
    });
  });

  it("reads no other payer's", async () => {
    const { payment, read } = await paid();
    await refund(platform, payment, { amount: "10.00" });
    expect(await read(await platform.tokens.citizen())).toBeNull();
  });
});
