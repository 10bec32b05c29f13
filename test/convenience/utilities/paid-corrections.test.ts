import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refund } from "../../money/payments/refunds.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { type Biller, newNumber, pay, reading, row, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  const lateFee = {
    perMille: { units: 10n, places: 0 },
    graceDays: 0,
    capPercent: { units: 100n, places: 0 },
  };
  biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER", lateFee });
});
afterAll(() => platform.stop());

const period = (from: string, to: string) => ({ from: `2026-${from}-01`, to: `2026-${to}-01` });

async function home() {
  const accountNumber = newNumber();
  const token = await platform.tokens.citizen();
  const change = async (call: string): Promise<Json> => {
    const query = `mutation { done: ${call} { ... on Bill { status amount corrected paid carried } ... on Refusal { code } } }`;
    return at((await platform.call({ query, apiKey: biller.liveKey })).data, "done");
  };
  const amend = (bill: Json, amount: string) =>
    change(`amendBill(number: "${textAt(bill, "number")}", amount: "${amount}", dueOn: "2026-12-30")`);
  const cancel = (bill: Json) => change(`cancelBill(number: "${textAt(bill, "number")}")`);
  const submit = async (months: string, amount: string, changes = {}): Promise<Json> => {
    const [from = "", to = ""] = months.split("-");
    return (await biller.submit(row({ accountNumber, ...period(from, to), amount, ...changes })))[0] ?? null;
  };
  const read = async (months: string, changes: object): Promise<Json> => {
    const [from = "", to = ""] = months.split("-");
    return (await biller.read(reading({ accountNumber, ...period(from, to), ...changes })))[0] ?? null;
  };
  const bind = `mutation { bindUtilityAccount(input: { biller: "${biller.partnerId}", accountNumber: "${accountNumber}", alias: "家" }) {
    ... on UtilityAccount { id carriedForward } } }`;
  const account = async () => at((await platform.call({ query: bind, token })).data, "bindUtilityAccount");
  const waiting = async (): Promise<string> => textAt(await account(), "carriedForward");
  const credit = async () => {
    const query = `{ ledgerAccount(id: "credit:${textAt(await account(), "id")}-1") { balance } }`;
    const treasurer = await platform.tokens.officer({ roles: ["TREASURER"] });
    return at((await platform.call({ query, token: treasurer })).data, "ledgerAccount", "balance");
  };
  const paid = (bill: Json) => pay(platform, { token }, [textAt(bill, "id")]);
  return { token, amend, cancel, submit, read, waiting, credit, paid };
}

describe("a finished bill that was paid", () => {
  it("is amended by a credit that the next bill takes, and amended again by what differs", async () => {
    const { amend, submit, waiting, credit, paid } = await home();
    const bill = await submit("01-03", "100.00");
    await paid(bill);
    expect(await amend(bill, "60.00")).toMatchObject({
      status: "PAID",
      amount: "100.00",
      corrected: "60.00",
    });
    expect([await waiting(), await credit()]).toEqual(["-40.00", "40.00"]);
    await amend(bill, "60.00");
    expect(await waiting()).toBe("-40.00");
    await amend(bill, "90.00");
    expect([await waiting(), await credit()]).toEqual(["-10.00", "10.00"]);
    expect(await submit("03-05", "30.00")).toMatchObject({ amount: "20.00" });
    expect([await waiting(), await credit()]).toEqual(["0.00", "0.00"]);
    await amend(bill, "105.00");
    expect(await submit("05-07", "30.00")).toMatchObject({ amount: "45.00" });
  });

  it("is withdrawn by a credit of all that was paid, late fee included, and what it bore of others", async () => {
    const { amend, cancel, submit, waiting, credit, paid } = await home();
    const bill = await submit("01-03", "100.00", { dueOn: "2026-11-13" });
    await paid(bill);
    await amend(bill, "60.00");
    const next = await submit("03-05", "70.00");
    expect(next).toMatchObject({ amount: "30.00" });
    await paid(next);
    expect(await cancel(next)).toMatchObject({ status: "CANCELLED", paid: "30.00" });
    expect(await waiting()).toBe("-70.00");
    expect(await cancel(bill)).toMatchObject({ status: "CANCELLED", paid: "110.00" });
    expect([await waiting(), await credit()]).toEqual(["-140.00", "140.00"]);
    expect(await cancel(bill)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    expect(await waiting()).toBe("-140.00");
  });

  it("and withdrawn is given back once: a refund of it takes the credit", async () => {
    const { cancel, submit, waiting, credit, paid } = await home();
    const bill = await submit("01-03", "100.00");
    const payment = await paid(bill);
    await cancel(bill);
    expect(await refund(platform, payment, { amount: "30.00" })).toMatchObject({ __typename: "Refund" });
    await sweep(platform);
    expect([await waiting(), await credit()]).toEqual(["-70.00", "70.00"]);
    expect(await refund(platform, payment, { amount: "70.00" })).toMatchObject({ __typename: "Refund" });
    await sweep(platform);
    expect([await waiting(), await credit()]).toEqual(["0.00", "0.00"]);
    expect(await cancel(bill)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
  });

  it("and amended is owed as it should have been, once all has gone back", async () => {
    const { amend, submit, waiting, paid } = await home();
    const bill = await submit("01-03", "100.00");
    const payment = await paid(bill);
    await amend(bill, "60.00");
    await refund(platform, payment, { amount: "100.00" });
    await sweep(platform);
    // 100.00 are owed again, and the credit of 40.00 stands; amended while it is open, the bill itself is right.
    expect(await waiting()).toBe("-40.00");
    expect(await amend(bill, "60.00")).toMatchObject({ status: "DUE", amount: "60.00", corrected: null });
    expect(await waiting()).toBe("0.00");
  });
});

describe("a reading that was paid", () => {
  it("with a replaced meter, or that is not the last, is withdrawn and read anew", async () => {
    const { cancel, read, waiting, paid } = await home();
    const usage = undefined;
    const A = { serial: "A" };
    const B = { serial: "B" };
    const first = await read("01-03", { usage, registers: [{ ...A, start: "0", end: "50" }] });
    const replaced = [
      { ...A, end: "60", isRemoved: true },
      { ...B, start: "0", end: "5" },
    ];
    const second = await read("03-05", { usage, registers: replaced });
    const third = await read("05-07", { usage, registers: [{ ...B, end: "15" }] });
    for (const bill of [first, second, third]) await paid(bill);
    expect(await cancel(third)).toMatchObject({ status: "CANCELLED" });
    expect(await cancel(second)).toMatchObject({ status: "CANCELLED" });
    expect(await waiting()).toBe("-125.00");
    const right = [{ ...A, end: "58", isRemoved: true }, replaced[1]];
    expect(await read("03-05", { usage, registers: right })).toMatchObject({
      ...{ amount: "0.00", rating: { usage: "13" } },
    });
    expect(await read("05-07", { usage, registers: [{ ...B, end: "15" }] })).toMatchObject({
      rating: { usage: "10", usedBefore: "63" },
    });
    expect(await waiting()).toBe("-10.00");
  });
});

describe("a bill of a wrong holder that somebody has paid", () => {
  it("goes back to its payer when it is withdrawn, and the holder before has the account again", async () => {
    const { token, submit, cancel, paid } = await home();
    await submit("01-03", "50.00");
    const wrong = await submit("03-05", "80.00", { holderName: "王晓明" });
    const payment = await paid(wrong);
    expect(await cancel(wrong)).toMatchObject({ status: "CANCELLED", paid: "80.00" });
    for (let i = 0; i < 4; i += 1) {
      platform.clock.advance(2 * 60_000);
      await sweep(platform);
    }
    const query = `{ node(id: "${textAt(payment, "id")}") { ... on Payment { returned } } }`;
    expect(at((await platform.call({ query, token })).data, "node", "returned")).toBe("80.00");
    expect(await submit("05-07", "60.00")).toMatchObject({ amount: "60.00" });
  });
});

it("the ledger is sound after all of this", async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
});
