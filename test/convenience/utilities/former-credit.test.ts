import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getBalance } from "../../../services/money/ledger/index.ts";
import { nodesAt } from "../../support/asking.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { type Biller, newNumber, pay, reading, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" });
});
afterAll(() => platform.stop());

const [OLD, NEW] = ["王小明", "李雷"] as const;
const period = (from: string, to: string) => ({ from: `2026-${from}-01`, to: `2026-${to}-01` });

async function correct(number: string, usage: string): Promise<Json> {
  const query = `mutation { correctReading(number: "${number}", usage: "${usage}", reason: "抄错") {
    ... on Bill { amount status } ... on Refusal { code } } }`;
  return at((await platform.call({ query, apiKey: biller.liveKey })).data, "correctReading");
}

/** A home with three bills of its old holder, all paid by one person; then somebody else has moved in. */
async function handedOver() {
  const accountNumber = newNumber();
  const token = await platform.tokens.citizen();
  const bind = `mutation ($biller: ID!, $number: String!) {
    bound: bindUtilityAccount(input: { biller: $biller, accountNumber: $number, alias: "家" }) { ... on UtilityAccount { id } } }`;
  const bills: { readonly id: string; readonly number: string }[] = [];
  let account = "";
  for (const [months, usage] of [
    [period("01", "03"), "60"],
    [period("03", "05"), "50"],
    [period("05", "07"), "40"],
  ] as const) {
    const [bill = null] = await biller.read(reading({ accountNumber, holderName: OLD, ...months, usage }));
    bills.push({ id: textAt(bill, "id"), number: textAt(bill, "number") });
    const variables = { biller: biller.partnerId, number: accountNumber };
    account = textAt((await platform.call({ query: bind, variables, token })).data, "bound", "id");
    expect(await pay(platform, { token }, [textAt(bill, "id")])).toMatchObject({ status: "SUCCEEDED" });
  }
  await biller.read(reading({ accountNumber, holderName: NEW, ...period("07", "09"), usage: "10" }));
  return { token, bills, account };
}

const balance = async (id: Parameters<typeof getBalance>[1]) =>
  (await getBalance({ database: platform.database(), mode: "live" }, id))?.balance ?? 0n;

async function returned(token: string) {
  // A part of a payment goes back at each delivery.
  for (let i = 0; i < 8; i += 1) {
    platform.clock.advance(2 * 60_000);
    await sweep(platform);
  }
  const query =
    "{ me { payments { edges { node { returned status } } } notifications { edges { node { type } } } } }";
  const { data } = await platform.call({ query, token });
  const payments = nodesAt(data, "me", "payments");
  const sum = payments.reduce(
    (all: number, one) => all + Math.round(Number(textAt(one, "returned")) * 100),
    0,
  );
  return { sum, payments, told: JSON.stringify(at(data, "me", "notifications")) };
}

const statusOf = async (token: string, id: string): Promise<Json> =>
  at(
    (await platform.call({ query: `{ node(id: "${id}") { ... on Bill { status } } }`, token })).data,
    "node",
    "status",
  );

describe("a bill of a holder who has left that is corrected after it was paid", () => {
  it("gives what was paid too much back the way it was paid, once, and stays paid", async () => {
    const { token, bills, account } = await handedOver();
    const [first] = bills;
    const before = await balance(`biller:${biller.partnerId}`);
    // 20 m³ less at 5.00 a m³.
    expect(await correct(first?.number ?? "", "40")).toMatchObject({ status: "PAID" });
    const { sum, told } = await returned(token);
    expect(sum).toBe(100_00);
    expect(told).toContain("former-bill.corrected");
    expect(await balance(`credit:${account as `uac_${string}`}-1`)).toBe(0n);
    expect(await balance(`biller:${biller.partnerId}`)).toBe(before - 100_00n);
    expect(await statusOf(token, first?.id ?? "")).toBe("PAID");
    expect((await returned(token)).sum).toBe(100_00);
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("takes of other bills of that time what one payment does not have, and opens none of them", async () => {
    const { token, bills, account } = await handedOver();
    for (const { number } of bills.slice(0, 2)) await correct(number, "0");
    const { sum } = await returned(token);
    // 60 and 50 m³ at 5.00, taken of all three: of each payment the last fen stays with its bill.
    expect(sum).toBe(550_00);
    expect((await returned(token)).sum).toBe(550_00);
    expect(await balance(`credit:${account as `uac_${string}`}-1`)).toBe(0n);
    for (const { id } of bills) expect(await statusOf(token, id)).toBe("PAID");
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
