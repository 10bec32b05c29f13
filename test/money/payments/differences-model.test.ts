import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Random, randomOf } from "../../../local/generate/random.ts";
import { type FaultProxy, type Plan, startFaultProxy } from "../../support/fault-proxy.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, textAt } from "../../support/platform.ts";
import { foundGatewayCity, type GatewayCity } from "./gateway-city.ts";
import { settleAll } from "./judge.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");
const ROUNDS = 24;
const DIFFERENCES_MIN = 6;

const PLANS: Readonly<Record<string, Plan>> = {
  nothing: { percent: {} },
  "lost answers, refused and conflicting writes": {
    percent: {
      "request-lost": 4,
      "answer-lost": 6,
      "error-before": 4,
      "error-after": 5,
      throttled: 3,
      conflict: 8,
    },
    only: ["transaction"],
  },
};

/** A gateway that does what it should not, heard in every way, in any order, and resolved in every way. */
describe.each(Object.entries(PLANS))(
  `differences while the database meets %s (FAULT_SEED=${SEED})`,
  (name, plan) => {
    let faults: FaultProxy;
    let city: GatewayCity;
    beforeAll(async () => {
      faults = await startFaultProxy(`${SEED} ${name}`);
      city = await foundGatewayCity({ faults });
    });
    afterAll(() => city.stop());

    it("are each booked once, and a channel's account says what its file says whatever becomes of them", async () => {
      const random = randomOf(`${SEED} ${name} differences`);
      const treasurers = [await city.treasurer(), await city.treasurer()] as const;
      let resolved = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const happened = await happen(city, random);
        faults.begin(plan);
        await Promise.all([...happened, random.chance(40) ? () => city.readFile() : undefined].map(dared));
        resolved += await resolveSome(city, random, treasurers);
        faults.calm();
        await faults.arrived();
      }
      expect(await settleAll(city.platform)).toEqual([]);
      await city.readAllFiles();
      expect(await verified(city.platform)).toMatchObject(SOUND);
      expect(await city.balance("channel:hosted")).toBe(city.there());
      const open = await city.open(treasurers[0]);
      const waits = open.reduce((sum, one) => sum + BigInt(textAt(one, "amount").replace(".", "")), 0n);
      expect(await city.balance("suspense:hosted")).toBe(waits);
      expect(resolved + open.length).toBeGreaterThan(DIFFERENCES_MIN);
      const before = await city.balance("suspense:hosted");
      await city.readAllFiles();
      expect(await city.balance("suspense:hosted")).toBe(before);
    });
  },
);

type Tell = () => Promise<unknown>;

const EVENTS = [
  "late",
  "again",
  "unknown",
  "missing",
  "disputed",
  "disputed by nobody here",
  "fine",
] as const;

/** Something goes wrong at the gateway; answers with those who tell of it, some of them twice. */
async function happen(city: GatewayCity, random: Random): Promise<readonly Tell[]> {
  const amount = `${random.int(5, 90)}.00`;
  const { books } = city.gateway;
  switch (random.pick(EVENTS)) {
    case "late": {
      const { payment } = await city.pay(amount, "DECLINED");
      books.succeedLate(payment);
      return [() => city.notify(payment), () => city.notify(payment)];
    }
    case "again": {
      const { payment } = await city.pay(amount);
      const entry = books.stray(payment, random.pick([amount, "1.00"]));
      return [() => city.notify(payment, entry), () => city.notify(payment, entry)];
    }
    case "unknown":
      books.stray(`order-${random.int(1, 2 ** 31)}`, amount);
      return [() => city.readFile()];
    case "missing": {
      const { payment } = await city.pay(amount);
      books.lose(payment);
      return [() => city.readFile().then(() => random.chance(50) && books.find(payment))];
    }
    case "disputed":
      return disputed(city, random, { paymentId: (await city.pay(amount)).payment, amount });
    case "disputed by nobody here":
      return disputed(city, random, { paymentId: `order-${random.int(1, 2 ** 31)}`, amount });
    case "fine":
      await city.pay(amount);
      return [];
  }
}

/**
 * A payer's bank takes money back, and may give it again: the day's file tells of it, or has not yet done so, in yuan or not; and
 * so does the gateway's file of chargebacks, sent twice, of as much as the day's or of less.
 */
async function disputed(
  { gateway: { books }, readFile, take, treasurer }: GatewayCity,
  random: Random,
  { paymentId, amount }: { readonly paymentId: string; readonly amount: string },
): Promise<readonly Tell[]> {
  const number = `cb-${random.int(1, 2 ** 31)}`;
  const token = await treasurer();
  const tells: Tell[] = [];
  for (const type of random.chance(50) ? (["CHARGEBACK", "REVERSAL"] as const) : (["CHARGEBACK"] as const)) {
    const told = { paymentId, number, amount: random.chance(80) ? amount : "2.00" };
    const name = books.dispute(type, told, random.chance(85) ? "CNY" : "USD");
    const row = { payment: paymentId, number, amount };
    if (random.chance(60)) tells.push(...[1, 2].map(() => () => take(token, type, row)));
    if (random.chance(30)) books.lose(name);
    tells.push(() => readFile().then(() => books.find(name)));
  }
  return tells;
}

/** A process that dies of a fault is one whose work is done again. */
async function dared(tell: Tell | undefined): Promise<void> {
  await tell?.().catch(() => undefined);
}

async function resolveSome(
  city: GatewayCity,
  random: Random,
  [first, second]: readonly [string, string],
): Promise<number> {
  let resolved = 0;
  const tried = async (act: () => Promise<Json>): Promise<boolean> => {
    const done = await act().catch(() => null);
    return done !== null && textAt(done, "__typename") === "ChannelDifference";
  };
  for (const one of await city.open(first).catch(() => [])) {
    if (random.chance(60)) continue;
    const id = textAt(one, "id");
    const outcome = random.pick(["REFUND", "WRITE_OFF", "ASSIGN_TO_ACCOUNT"] as const);
    const to = `biller:${city.biller.partnerId}`;
    if (at(one, "status") === "OPEN") await tried(() => city.propose(first, id, { outcome, to }));
    const confirmed = await Promise.all([1, 2].map(() => tried(() => city.confirm(second, id))));
    if (confirmed.some(Boolean)) resolved += 1;
  }
  return resolved;
}
