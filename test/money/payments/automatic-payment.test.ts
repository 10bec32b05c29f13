import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { payAutomatically } from "../../../services/convenience/utilities/index.ts";
import { type Commit, commitTo } from "../../../services/kernel/commit/commit.ts";
import type { Database } from "../../../services/kernel/database/database.ts";
import { DAY_MS, plusMs } from "../../../services/kernel/runtime.ts";
import {
  type Biller,
  issueBill,
  newNumber,
  pay,
  row,
  seedBiller,
} from "../../convenience/utilities/utility-world.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { typesTold } from "../../support/notifications.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" });
});
afterAll(() => platform.stop());
beforeEach(() => platform.clock.set("2026-11-23T02:00:00.000Z"));

/** A citizen who has bound an account of the biller. */
async function household() {
  const citizen = platform.newCitizen();
  const accountNumber = newNumber();
  await biller.submit(row({ accountNumber, dueOn: "2027-06-30", from: "2025-01-01", to: "2025-03-01" }));
  const bound = await ask(
    citizen,
    `bindUtilityAccount(input: {
    biller: "${biller.partnerId}", accountNumber: "${accountNumber}", alias: "家"
  }) { ... on UtilityAccount { id } }`,
  );
  return { citizen, accountNumber, account: textAt(bound, "id") };
}

async function ask(citizen: `ctz_${string}`, mutation: string): Promise<Json> {
  const token = await platform.tokens.citizen(citizen);
  const { data, errors, text } = await platform.call({ query: `mutation { done: ${mutation} }`, token });
  if (errors.length > 0) throw new Error(text);
  return at(data, "done");
}

const ORDER = "__typename ... on UtilityAccount { automaticPayment { ceiling channel setAt } }";
const set = (citizen: `ctz_${string}`, account: string, ceiling = "200.00", channel = "SANDBOX") =>
  ask(
    citizen,
    `setAutomaticPayment(input: { account: "${account}", ceiling: "${ceiling}", channel: ${channel} }) {
      ${ORDER} ... on Refusal { code message } ... on InvalidInput { path }
    }`,
  );

const issueDue = (accountNumber: string, changes = {}) =>
  issueBill(biller, { accountNumber, dueOn: "2026-11-24", ...changes });

/** A sweep; before its first payment is written, `meanwhile` happens. */
function run(meanwhile: () => Promise<unknown> = async () => undefined) {
  let hasHappened = false;
  const open = () => {
    const database = platform.database();
    const commit: Commit = async (change) => {
      if (change.action === "payments.payment.created" && !hasHappened) {
        hasHappened = true;
        await meanwhile();
      }
      return commitTo(database)(change);
    };
    return { database, commit };
  };
  const until = plusMs(platform.clock.now(), 60_000);
  return payAutomatically({ ...platform.ports, open }, "live", until);
}

async function amend(number: string, amount: string): Promise<void> {
  const query = `mutation { amendBill(number: "${number}", amount: "${amount}", dueOn: "2026-11-24") {
    ... on Bill { amount } } }`;
  const { data } = await platform.call({ query, apiKey: biller.liveKey });
  expect(data).toEqual({ amendBill: { amount } });
}

async function billOf(citizen: `ctz_${string}`, id: string): Promise<Json> {
  const token = await platform.tokens.citizen(citizen);
  const query = `{ node(id: "${id}") { ... on Bill { status payment } } }`;
  return at((await platform.call({ query, token })).data, "node");
}

/** The kinds of what the citizen is told, the newest first. */
async function noticesTo(citizen: `ctz_${string}`): Promise<readonly string[]> {
  return typesTold(platform, { token: await platform.tokens.citizen(citizen) });
}

describe("a bill of an account with automatic payment", () => {
  it("is paid three days before it is due, once, however many sweep at once", async () => {
    const { citizen, account, accountNumber } = await household();
    expect(await set(citizen, account)).toMatchObject({
      automaticPayment: { ceiling: "200.00", channel: "SANDBOX", setAt: "2026-11-23T02:00:00.000Z" },
    });
    const bill = await issueDue(accountNumber, { dueOn: "2026-11-30" });
    expect(await run()).toMatchObject({ paid: 0, finished: true });
    platform.clock.set("2026-11-27T01:00:00.000Z");
    await Promise.all([run(), run(), run()]);
    expect(await billOf(citizen, bill)).toMatchObject({ status: "PAID" });
    expect(await run()).toEqual({ paid: 0, left: 0, failed: 0, finished: true, faults: [] });
    const token = await platform.tokens.citizen(citizen);
    const { data } = await platform.call({
      query: "{ me { payments { edges { node { status } } } } }",
      token,
    });
    expect(at(data, "me", "payments", "edges")).toEqual([{ node: { status: "SUCCEEDED" } }]);
    expect((await noticesTo(citizen)).filter((type) => type.startsWith("payment"))).toEqual([
      "payment.succeeded",
    ]);
  });

  it("is paid too where it was due before the order was given", async () => {
    const { citizen, account, accountNumber } = await household();
    const bill = await issueDue(accountNumber);
    await set(citizen, account);
    expect(await run()).toMatchObject({ paid: 1 });
    expect(await billOf(citizen, bill)).toMatchObject({ status: "PAID" });
  });

  it("above the ceiling is left, and the citizen told once", async () => {
    const { citizen, account, accountNumber } = await household();
    await set(citizen, account, "88.19");
    const bill = await issueDue(accountNumber);
    expect(await run()).toMatchObject({ paid: 0, left: 1 });
    expect(await run()).toMatchObject({ left: 0 });
    expect(await billOf(citizen, bill)).toEqual({ status: "DUE", payment: null });
    expect((await noticesTo(citizen)).toSorted()).toEqual(["automatic-payment.above-ceiling", "bill.issued"]);
    await set(citizen, account, "88.20");
    expect(await run()).toMatchObject({ paid: 1 });
  });

  it("that the channel declines is tried on three mornings, and then the citizen told to pay by hand", async () => {
    const { citizen, account, accountNumber } = await household();
    await set(citizen, account);
    const bill = await issueDue(accountNumber, { amount: "88.91" });
    const left: number[] = [];
    for (let day = 0; day < 4; day += 1) {
      left.push((await run()).left, (await run()).left);
      platform.clock.advance(DAY_MS);
    }
    expect(left).toEqual([0, 0, 0, 0, 1, 0, 0, 0]);
    expect(await billOf(citizen, bill)).toMatchObject({ status: "DUE" });
    const types = await noticesTo(citizen);
    expect(types.filter((type) => type === "payment.failed")).toHaveLength(3);
    expect(types.filter((type) => type === "automatic-payment.given-up")).toHaveLength(1);
    await set(citizen, account);
    await run();
    expect((await noticesTo(citizen)).filter((type) => type === "payment.failed")).toHaveLength(4);
  });

  it("whose payment takes its time is paid by that payment", async () => {
    const { citizen, account, accountNumber } = await household();
    await set(citizen, account);
    const bill = await issueDue(accountNumber, { amount: "88.92" });
    expect(await run()).toMatchObject({ paid: 0, left: 0 });
    expect(await billOf(citizen, bill)).toMatchObject({ status: "PAYING" });
    platform.clock.advance(600_000);
    expect(await run()).toMatchObject({ paid: 1 });
    expect(await billOf(citizen, bill)).toMatchObject({ status: "PAID" });
  });

  it("is paid, and counted, beside lists that cannot be read", async () => {
    const { citizen, account, accountNumber } = await household();
    await set(citizen, account);
    const bill = await issueDue(accountNumber);
    const open = () => {
      const database = platform.database();
      const query: Database["query"] = async (asked) => {
        const page = await database.query(asked);
        const isOther = asked.pk.startsWith("autopay#") && page.items.length === 0;
        if (isOther) throw new Error("no connection");
        return page;
      };
      return { database: { ...database, query }, commit: commitTo(database) };
    };
    const until = plusMs(platform.clock.now(), 60_000);
    const { faults, ...paid } = await payAutomatically({ ...platform.ports, open }, "live", until);
    expect(paid).toMatchObject({ paid: 1, failed: 0 });
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault).toEqual(new Error("no connection"));
    expect(await billOf(citizen, bill)).toMatchObject({ status: "PAID" });
  });

  it("that was paid by hand meanwhile, or withdrawn, is left in peace", async () => {
    const { citizen, account, accountNumber } = await household();
    await set(citizen, account);
    const [paid, number] = [await issueDue(accountNumber), newNumber()];
    await issueDue(accountNumber, { number, from: "2026-07-01", to: "2026-09-01" });
    await pay(platform, { token: await platform.tokens.citizen(citizen) }, [paid]);
    const cancel = `mutation { cancelBill(number: "${number}") { __typename } }`;
    await platform.call({ query: cancel, apiKey: biller.liveKey });
    expect(await run()).toEqual({ paid: 0, left: 0, failed: 0, finished: true, faults: [] });
    expect((await noticesTo(citizen)).toSorted()).toEqual([
      "bill.issued",
      "bill.issued",
      "payment.succeeded",
    ]);
  });

  it("that its biller has moved is paid by its new date", async () => {
    const { citizen, account, accountNumber } = await household();
    await set(citizen, account);
    const number = newNumber();
    const bill = await issueDue(accountNumber, { number, dueOn: "2026-12-30" });
    const amend = `mutation { amendBill(number: "${number}", amount: "90.00", dueOn: "2026-11-24") { __typename } }`;
    await platform.call({ query: amend, apiKey: biller.liveKey });
    expect(await run()).toMatchObject({ paid: 1 });
    expect(await billOf(citizen, bill)).toMatchObject({ status: "PAID" });
  });

  it("is not paid once the order was stopped, or the account unbound", async () => {
    const [one, other] = [await household(), await household()];
    for (const { citizen, account, accountNumber } of [one, other]) {
      await set(citizen, account);
      await issueDue(accountNumber);
    }
    expect(await ask(one.citizen, `stopAutomaticPayment(account: "${one.account}") { ${ORDER} }`)).toEqual({
      ...{ __typename: "UtilityAccount", automaticPayment: null },
    });
    await ask(other.citizen, `unbindUtilityAccount(id: "${other.account}") { __typename }`);
    expect(await run()).toEqual({ paid: 0, left: 0, failed: 0, finished: true, faults: [] });
  });

  it("is not paid by an order that was stopped, or lowered, while it was being read", async () => {
    const { citizen, account, accountNumber } = await household();
    await set(citizen, account);
    const bill = await issueDue(accountNumber);
    const stop = () => ask(citizen, `stopAutomaticPayment(account: "${account}") { ${ORDER} }`);
    expect(await run(stop)).toMatchObject({ paid: 0, failed: 0 });
    expect(await billOf(citizen, bill)).toEqual({ status: "DUE", payment: null });
    await set(citizen, account);
    expect(await run(() => set(citizen, account, "88.19"))).toMatchObject({ paid: 0, failed: 0 });
    expect(await run()).toMatchObject({ paid: 0, left: 1 });
    expect(await billOf(citizen, bill)).toEqual({ status: "DUE", payment: null });
  });

  it("is not paid above the ceiling, also where its biller raises it while it is being paid", async () => {
    const { citizen, account, accountNumber } = await household();
    await set(citizen, account, "100.00");
    const number = newNumber();
    const bill = await issueDue(accountNumber, { number });
    expect(await run(() => amend(number, "100.01"))).toMatchObject({ paid: 0, failed: 0 });
    expect(await run()).toMatchObject({ paid: 0, left: 1 });
    expect(await billOf(citizen, bill)).toEqual({ status: "DUE", payment: null });
  });

  it("above the ceiling is paid after all where its biller corrects it, and the citizen not told again", async () => {
    const { citizen, account, accountNumber } = await household();
    await set(citizen, account, "100.00");
    const number = newNumber();
    const bill = await issueDue(accountNumber, { number, amount: "500.00" });
    expect(await run()).toMatchObject({ left: 1 });
    await amend(number, "400.00");
    expect(await run()).toMatchObject({ paid: 0, left: 0 });
    await amend(number, "100.00");
    expect(await run()).toMatchObject({ paid: 1 });
    expect(await billOf(citizen, bill)).toMatchObject({ status: "PAID" });
    const types = await noticesTo(citizen);
    expect(types.filter((type) => type === "automatic-payment.above-ceiling")).toHaveLength(1);
  });

  it("is one person's to pay: others of the household are refused, and see nothing of it", async () => {
    const { citizen, account, accountNumber } = await household();
    await set(citizen, account);
    const other = platform.newCitizen();
    await ask(
      other,
      `bindUtilityAccount(input: {
      biller: "${biller.partnerId}", accountNumber: "${accountNumber}", alias: "parents"
    }) { __typename }`,
    );
    expect(await set(other, account)).toMatchObject({
      ...{ code: "AUTOMATIC_PAYMENT_BY_ANOTHER", path: ["input", "account"] },
    });
    const token = await platform.tokens.citizen(other);
    const query = "{ me { utilityAccounts { automaticPayment { ceiling } } } }";
    const { data } = await platform.call({ query, token });
    expect(at(data, "me", "utilityAccounts")).toEqual([{ automaticPayment: null }]);
  });
});

describe("an order to pay by itself", () => {
  it("is refused for an account that is not bound, a ceiling out of bounds, and a channel that is not there", async () => {
    const { citizen, account } = await household();
    expect(await set(platform.newCitizen(), account)).toMatchObject({ code: "ACCOUNT_NOT_FOUND" });
    for (const ceiling of ["0.00", "10000.01"]) {
      expect(await set(citizen, account, ceiling)).toMatchObject({
        ...{ code: "CEILING_OUT_OF_RANGE", path: ["input", "ceiling"] },
      });
    }
    for (const channel of ["HOSTED", "PREFUND"]) {
      expect(await set(citizen, account, "10.00", channel)).toMatchObject({
        ...{ __typename: "ChannelUnavailable", code: "CHANNEL_UNKNOWN" },
      });
    }
  });
});

describe("the ledger", () => {
  it("is sound after all of this", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
