import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomOf } from "../../../local/generate/random.ts";
import { type FaultProxy, startFaultProxy } from "../../support/fault-proxy.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { ALL_SHORT } from "../../support/short-answers.ts";
import { type Biller, newNumber, pay, reading, seedBiller } from "./utility-world.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");

let faults: FaultProxy;
let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  faults = await startFaultProxy(SEED);
  platform = await startPlatform({ faults });
  biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" });
  faults.begin({ percent: {}, short: ALL_SHORT });
});
afterAll(() => platform.stop());

/** A reading as the model has it: its month, its usage, its holder, and the bill that came of it. */
type Read = { readonly month: number; usage: number; readonly holder: string; readonly bill: Json };

const MONTHS = 10;
const HOLDERS = ["王小明", "李雷", "赵六"] as const;
const STEPS = 24;
/** Beijing's water: m³ of the year, and fen for each. */
const TIERS = [
  [180, 500],
  [260, 700],
  [Number.POSITIVE_INFINITY, 900],
] as const;

/** The price of a year's readings of one holder, rated from nothing, in fen. */
function priceOf(readings: readonly Read[]): number {
  const usage = readings.reduce((sum, each) => sum + each.usage, 0);
  let [price, below] = [0, 0];
  for (const [upTo, each] of TIERS) {
    price += Math.max(0, Math.min(usage, upTo) - below) * each;
    below = upTo;
  }
  return price;
}

const fen = (text: string): number => Math.round(Number(text) * 100);
const day = (month: number): string => `2026-${String(month).padStart(2, "0")}-01`;

const mutate = async (call: string): Promise<Json> => {
  const query = `mutation { done: ${call} { __typename ... on Refusal { code } } }`;
  const { data, errors, text } = await platform.call({ query, apiKey: biller.liveKey });
  if (errors.length > 0) throw new Error(text);
  return at(data, "done");
};

/** Reads, pays, corrects, withdraws and moves in as the seed says; answers with what stands after it. */
async function live(seed: string): Promise<readonly Read[]> {
  const random = randomOf(seed);
  const accountNumber = newNumber();
  const payer = await platform.tokens.citizen();
  const standing: Read[] = [];
  let [month, holder] = [1, 0];
  /** As of the last reading that was ever taken, also one that was withdrawn. */
  let present = "";
  for (let step = 0; step < STEPS; step += 1) {
    const some = standing.length > 0 ? random.int(0, standing.length - 1) : -1;
    const one = standing[some];
    const act = random.pick(["read", "read", "pay", "correct", "withdraw", "move"]);
    const usage = random.int(1, 120);
    if (act === "read" && month < MONTHS) {
      const who = HOLDERS[holder] ?? "";
      const period = { from: day(month), to: day(month + 1) };
      const [bill = null] = await biller.read(
        reading({ accountNumber, ...period, holderName: who, usage: String(usage) }),
      );
      expect(textAt(bill, "__typename")).toBe("Bill");
      present = who;
      standing.push({ month, usage, holder: who, bill });
      month += 1;
    }
    if (act === "move" && standing.at(-1)?.holder === HOLDERS[holder] && holder < HOLDERS.length - 1)
      holder += 1;
    if (act === "pay" && one) await pay(platform, { token: payer }, [textAt(one.bill, "id")]);
    if (act === "correct" && one) {
      const number = textAt(one.bill, "number");
      const done = await mutate(`correctReading(number: "${number}", usage: "${usage}", reason: "抄错")`);
      expect(done).toEqual({ __typename: "Bill" });
      one.usage = usage;
    }
    if (act === "withdraw" && one) {
      const done = await mutate(`cancelBill(number: "${textAt(one.bill, "number")}")`);
      if (textAt(done, "__typename") === "Bill") standing.splice(some, 1);
    }
  }
  await checkAgainst(standing, accountNumber, present);
  return standing;
}

/** A holder's bills, with the amount that waits for the next, come to the price of their usage; they see no other's. */
async function checkAgainst(
  standing: readonly Read[],
  accountNumber: string,
  present: string,
): Promise<void> {
  for (const [holder, readings] of Map.groupBy(standing, (each) => each.holder)) {
    let billed = 0;
    for (const { bill } of readings) {
      const query = `{ node(id: "${textAt(bill, "id")}") { ... on Bill { amount } } }`;
      const { data } = await platform.call({ query, apiKey: biller.liveKey });
      billed += fen(textAt(data, "node", "amount"));
    }
    if (holder !== present) continue;
    const token = await platform.tokens.citizen();
    const bind = `mutation { bindUtilityAccount(input: { biller: "${biller.partnerId}", accountNumber: "${accountNumber}",
      holderName: "${holder}", alias: "家" }) { ... on UtilityAccount { carriedForward bills { number } } } }`;
    const account = at((await platform.call({ query: bind, token })).data, "bindUtilityAccount");
    const seen = at(account, "bills") as readonly Json[];
    const own = readings.map(({ bill }) => textAt(bill, "number"));
    expect(seen.map((bill) => textAt(bill, "number"))).toEqual(expect.arrayContaining(own));
    for (const { bill, holder: whose } of standing) {
      if (whose !== holder) expect(JSON.stringify(seen)).not.toContain(textAt(bill, "number"));
    }
    expect(billed + fen(textAt(account, "carriedForward"))).toBe(priceOf(readings));
  }
}

describe(`whatever is read, paid, corrected, withdrawn and moved into (FAULT_SEED=${SEED})`, () => {
  it.each(["a", "b", "c", "d", "e", "f"])(
    "comes to the price of what each holder used (life %s)",
    async (life) => {
      expect((await live(`${SEED} corrections ${life}`)).length).toBeGreaterThan(0);
    },
  );

  it("leaves a sound ledger", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
