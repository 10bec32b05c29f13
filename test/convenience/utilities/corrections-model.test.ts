import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Random, randomOf } from "../../../local/generate/random.ts";
import { type FaultProxy, hasTimeouts, type Plan, startFaultProxy } from "../../support/fault-proxy.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { ALL_SHORT } from "../../support/short-answers.ts";
import { type Biller, newNumber, pay, reading, seedBiller } from "./utility-world.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");

const PLANS: Readonly<Record<string, Plan>> = {
  "short answers": { percent: {}, short: ALL_SHORT },
  "lost answers, refused and conflicting writes": {
    short: ALL_SHORT,
    percent: {
      "request-lost": 3,
      "answer-lost": 5,
      "error-before": 3,
      "error-after": 4,
      throttled: 3,
      conflict: 8,
    },
    only: ["transaction"],
  },
  "time-outs": {
    short: ALL_SHORT,
    percent: { "timeout-before": 2, "timeout-after": 4, "timeout-late": 4 },
    only: ["transaction"],
  },
};

const MONTHS = 10;
const HOLDERS = ["王小明", "李雷", "赵六"] as const;
const STEPS = 24;
const TRIES_MAX = 12;
/** Beijing's water: m³ of the year, and fen for each. */
const TIERS = [
  [180, 500],
  [260, 700],
  [Number.POSITIVE_INFINITY, 900],
] as const;

/** A reading as the model has it. */
type Read = { readonly month: number; usage: number; readonly holder: string; readonly bill: Json };

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
const byMonth = (a: Read, b: Read): number => a.month - b.month;

describe.each(Object.entries(PLANS))(
  `whatever is read, paid, corrected, withdrawn, moved into and taken back, while the database meets %s (FAULT_SEED=${SEED})`,
  (name, plan) => {
    let faults: FaultProxy;
    let platform: TestPlatform;
    let biller: Biller;
    beforeAll(async () => {
      faults = await startFaultProxy(`${SEED} ${name}`);
      platform = await startPlatform({ faults, isImpatient: hasTimeouts(plan) });
      biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" });
    });
    afterAll(() => platform.stop());

    it.each(["a", "b", "c", "d"])("comes to the price of what each holder used (life %s)", async (life) => {
      const home = openHome({ platform, biller, faults, plan });
      const standing = await home.live(randomOf(`${SEED} ${name} ${life}`));
      faults.calm();
      await faults.arrived();
      await home.check();
      expect(standing).toBeGreaterThan(0);
    });

    it("leaves a sound ledger", async () => {
      expect(await verified(platform)).toMatchObject(SOUND);
      expect(faults.seen().some(({ fault }) => fault)).toBe(Object.keys(plan.percent).length > 0);
    });
  },
);

type World = {
  readonly platform: TestPlatform;
  readonly biller: Biller;
  readonly faults: FaultProxy;
  readonly plan: Plan;
};

/** One account, and what the model says of it. */
function openHome({ platform, biller, faults, plan }: World) {
  const accountNumber = newNumber();
  const standing: Read[] = [];
  const withdrawn: Read[] = [];
  const trail: string[] = [];
  const residents = new Map<string, ReturnType<TestPlatform["newCitizen"]>>();
  /** Of the last reading that stands, or, where none does, of the last that was withdrawn. */
  let present: string = HOLDERS[0];

  /** Calls again, as anybody does who has no answer, until there is one. */
  async function sure<T>(call: () => Promise<T>): Promise<T> {
    faults.begin(plan);
    try {
      for (let i = 0; i < TRIES_MAX; i += 1) {
        const done = await call().then(
          (value) => ({ value }),
          (error: unknown) =>
            String(error).includes('"retryable":true') ? undefined : Promise.reject(error),
        );
        if (done) return done.value;
      }
    } finally {
      faults.calm();
    }
    await faults.arrived();
    return call();
  }

  const ask = async (query: string, as: object): Promise<Json> => {
    const { data, errors, text } = await platform.call({ query, ...as });
    if (errors.length > 0) throw new Error(text);
    return data;
  };
  const asBiller = (query: string) => ask(query, { apiKey: biller.liveKey });
  const mutate = async (call: string): Promise<Json> =>
    at(
      await sure(() => asBiller(`mutation { done: ${call} { __typename ... on Refusal { code } } }`)),
      "done",
    );
  const billOf = async ({ bill }: Read): Promise<Json> =>
    at(
      await asBiller(`{ node(id: "${textAt(bill, "id")}") { ... on Bill { amount paid status } } }`),
      "node",
    );

  async function bind(holder: string): Promise<Json> {
    const citizen = residents.get(holder) ?? platform.newCitizen();
    residents.set(holder, citizen);
    const token = await platform.tokens.citizen(citizen);
    const input = `{ biller: "${biller.partnerId}", accountNumber: "${accountNumber}", holderName: "${holder}", alias: "家" }`;
    const query = `mutation { bound: bindUtilityAccount(input: ${input}) {
      ... on UtilityAccount { carriedForward usageOfYear(year: 2026) { usage } bills { number } } } }`;
    return at(await sure(() => ask(query, { token })), "bound");
  }

  async function read(month: number, usage: number, holder: string): Promise<Read> {
    trail.push(`read ${month} of ${holder}`);
    const stated = { accountNumber, from: day(month), to: day(month + 1), holderName: holder };
    const row = reading({ ...stated, usage: String(usage) });
    const [bill = null] = await sure(() => biller.read(row));
    expect(bill).toMatchObject({ __typename: "Bill" });
    const one = { month, usage, holder, bill };
    standing.push(one);
    standing.sort(byMonth);
    present = standing.at(-1)?.holder ?? holder;
    return one;
  }

  async function withdraw(one: Read): Promise<void> {
    trail.push(`withdraw ${one.month} of ${one.holder}`);
    await mutate(`cancelBill(number: "${textAt(one.bill, "number")}")`);
    expect(textAt(await billOf(one), "status")).toBe("CANCELLED");
    standing.splice(standing.indexOf(one), 1);
    withdrawn.push(one);
    present = standing.at(-1)?.holder ?? one.holder;
  }

  async function payFor({ bill }: Read): Promise<void> {
    const [token, key] = [await platform.tokens.citizen(), newNumber()];
    await sure(() => pay(platform, { token }, [textAt(bill, "id")], key));
  }

  async function correct(one: Read, usage: number): Promise<void> {
    const number = textAt(one.bill, "number");
    const done = await mutate(`correctReading(number: "${number}", usage: "${usage}", reason: "抄错")`);
    expect(done).toEqual({ __typename: "Bill" });
    one.usage = usage;
  }

  /** Reads, pays, corrects, withdraws and moves in; tells how many readings stand. */
  async function live(random: Random): Promise<number> {
    let [month, holder] = [1, 0];
    for (let step = 0; step < STEPS || standing.length === 0; step += 1) {
      const one = standing[standing.length > 0 ? random.int(0, standing.length - 1) : 0];
      const act = random.pick(["read", "read", "pay", "correct", "withdraw", "again", "move", "mistake"]);
      const usage = random.int(1, 120);
      const [who, next] = [HOLDERS[holder] ?? "", HOLDERS[holder + 1]];
      if (act === "read" && month < MONTHS) {
        await read(month, usage, who);
        if (!residents.has(who)) await bind(who);
        month += 1;
      }
      if (act === "move" && standing.at(-1)?.holder === who && next) holder += 1;
      if (act === "mistake" && standing.at(-1)?.holder === who && next && month < MONTHS) {
        const wrong = await read(month, usage, next);
        if (random.chance(30)) await payFor(wrong);
        await withdraw(wrong);
      }
      if (act === "pay" && one) await payFor(one);
      if (act === "correct" && one) await correct(one, usage);
      if (act === "withdraw" && one) await withdraw(one);
      const gone = withdrawn.findLast(
        (each) => each.month < month && !standing.some((is) => is.month === each.month),
      );
      if ((act === "again" || (step > STEPS && month >= MONTHS)) && gone)
        await read(gone.month, usage, gone.holder);
    }
    return standing.length;
  }

  /**
   * A holder's bills, what was paid of those withdrawn, and the amount that waits for the next, come to the price of their
   * usage. The one who holds the account by what stands has it bound, and nobody else.
   */
  async function check(): Promise<void> {
    for (const [holder, citizen] of residents) {
      const token = await platform.tokens.citizen(citizen);
      const bound = at(
        await ask("{ me { utilityAccounts { number } } }", { token }),
        "me",
        "utilityAccounts",
      );
      expect(bound, `${holder}: ${trail.join(", ")}`).toEqual(
        holder === present ? [{ number: accountNumber }] : [],
      );
    }
    const own = standing.filter(({ holder }) => holder === present);
    const account = await bind(present);
    let sum = fen(textAt(account, "carriedForward"));
    for (const each of own) sum += fen(textAt(await billOf(each), "amount"));
    for (const each of withdrawn.filter(({ holder }) => holder === present))
      sum += fen(textAt(await billOf(each), "paid"));
    expect(sum).toBe(priceOf(own));
    const seen = JSON.stringify(at(account, "bills"));
    for (const { bill, holder } of standing)
      expect(seen.includes(textAt(bill, "number"))).toBe(holder === present);
    const usage = own.reduce((used, each) => used + each.usage, 0);
    expect(at(account, "usageOfYear")).toEqual(own.length > 0 ? { usage: String(usage) } : expect.anything());
  }

  return { live, check };
}
