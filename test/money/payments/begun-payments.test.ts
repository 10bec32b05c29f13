import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { seedCard, topUp } from "../../convenience/transit/transit-world.ts";
import { type Biller, issueBill, pay, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" });
});
afterAll(() => platform.stop());

const ask = async (token: string, query: string): Promise<Json> => {
  const { data, errors, text } = await platform.call({ query, token });
  if (errors.length > 0) throw new Error(text);
  return data;
};

/** Of a payment that it begins the process writes that much, and dies. */
async function dyingOnce(work: () => Promise<Json>): Promise<void> {
  let writes = 0;
  platform.gate.hold(async (items, send) => {
    writes += 1;
    if (writes > 1) throw new Error("the process dies");
    await send(items);
  });
  await work().catch(() => undefined);
  platform.gate.hold(undefined);
  expect(writes).toBeGreaterThan(1);
}

const listed = async (token: string): Promise<Json> =>
  at(await ask(token, "{ me { payments { edges { node { id status } } } } }"), "me", "payments", "edges");

/** Sweeps for a minute and a bit, as the scheduled function does. */
async function aMinuteLater(): Promise<void> {
  for (let i = 0; i < 4; i += 1) {
    platform.clock.advance(20_000);
    await sweep(platform);
  }
}

it("a payment whose process died as it had begun is named by its bill, which nobody pays twice, and is listed in a minute", async () => {
  const token = await platform.tokens.citizen();
  const bill = await issueBill(biller, { amount: "30.00" });
  const key = newId("key", systemRuntime);
  await dyingOnce(() => pay(platform, { token }, [bill], key));
  expect(await listed(token)).toEqual([]);
  const refused = await pay(platform, { token }, [bill]);
  expect(refused).toMatchObject({
    __typename: "BillNotPayable",
    bill,
    payment: expect.stringMatching(/^pay_/),
  });
  const id = textAt(refused, "payment");
  expect(await ask(token, `{ payment(id: "${id}") { status amount } }`)).toEqual({
    payment: { status: "CREATED", amount: "30.00" },
  });
  await aMinuteLater();
  expect(await listed(token)).toEqual([{ node: { id, status: "SUCCEEDED" } }]);
  expect(await pay(platform, { token }, [bill], key)).toMatchObject({ id, status: "SUCCEEDED" });
  expect(await verified(platform)).toMatchObject(SOUND);
});

it("a top-up whose process died as it had begun is shown by its card as coming in, and is on it and listed in a minute", async () => {
  const card = await seedCard(platform);
  const value = async (): Promise<Json> =>
    at(await ask(card.token, "{ me { transitCards { balance incoming } } }"), "me", "transitCards", 0);
  const key = newId("key", systemRuntime);
  await dyingOnce(() => topUp(platform, { token: card.token }, card.number, "50.00", key));
  expect([await listed(card.token), await value()]).toEqual([[], { balance: "0.00", incoming: "50.00" }]);
  await aMinuteLater();
  expect(await value()).toEqual({ balance: "50.00", incoming: "0.00" });
  expect(await listed(card.token)).toMatchObject([{ node: { status: "SUCCEEDED" } }]);
  // The payer's own call, sent again, goes on with the same payment.
  expect(await topUp(platform, { token: card.token }, card.number, "50.00", key)).toMatchObject({
    status: "SUCCEEDED",
  });
  expect(await value()).toEqual({ balance: "50.00", incoming: "0.00" });
  expect(await verified(platform)).toMatchObject(SOUND);
});
