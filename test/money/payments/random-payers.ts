import { setTimeout as sleep } from "node:timers/promises";
import { type Random, randomOf } from "../../../local/generate/random.ts";
import { PAY } from "../../convenience/utilities/utility-world.ts";
import { type Answer, at, type Call, type Json, textAt } from "../../support/platform.ts";
import { REFUND } from "./refunds.ts";

/** A payer's wish, under one idempotency key, however often it is sent. */
export type Wish = {
  readonly kind: "pay" | "refund";
  readonly by: { readonly token: string } | { readonly apiKey: string };
  readonly key: string;
  readonly input: Readonly<Record<string, Json>>;
};

/** One call for a wish; calls are numbered by a clock that counts beginnings and ends alike. */
export type Told = {
  readonly wish: Wish;
  readonly from: number;
  readonly to: number;
  /** The mutation's answer; undefined where the call failed. */
  readonly answer: Json | undefined;
  /** Of a failed call. */
  readonly error: Readonly<Record<string, Json>> | undefined;
};

/** Bills, and the people, apps and the officer who have to do with them. */
type People = {
  readonly bills: readonly string[];
  /** Tokens. */
  readonly citizens: readonly string[];
  /** Keys of those that have paid something in. */
  readonly partners: readonly string[];
  /** A token. */
  readonly treasurer: string;
  /** Of the amounts of refunds that are no whole ones. */
  readonly lastDigits: readonly [number, ...number[]];
};

/** The platform, as those who call it meet it. */
type Reached = {
  /** Never throws: a call that fails has errors, with their extensions. */
  readonly call: (call: Call) => Promise<Pick<Answer, "data" | "errors">>;
  readonly advance: (ms: number) => void;
  /** Delivers the events that wait, where nobody else does. */
  readonly sweep: () => Promise<unknown>;
};

export type World = People &
  Reached & { readonly paid: Paid[]; readonly history: Told[]; readonly ticks: { now: number } };

export const worldOf = (people: People, reached: Reached): World => ({
  ...people,
  ...reached,
  paid: [],
  history: [],
  ticks: { now: 0 },
});

/** Of clients, in turn. */
const ROLES = ["phone", "phone", "app", "phone", "officer", "officer", "app", "phone"] as const;
const PATIENCE_MS = 120_000;
const STEP_MS = 20;
/** Not by the clock: on a busy machine all takes longer, and sweeps would only come more often. */
const STEPS_A_SWEEP = 16;

/** The payments that an officer has heard of: those that were acknowledged. */
type Paid = { readonly id: string; readonly bills: readonly { bill: string; fen: number }[] };

/** Sends a wish, and keeps what was answered. */
export async function send(world: World, wish: Wish): Promise<Json | undefined> {
  const { call, history, ticks, paid } = world;
  ticks.now += 1;
  const from = ticks.now;
  const { kind, by, key, input } = wish;
  const query = kind === "pay" ? PAY : REFUND;
  const said = await call({ query, variables: { key, input }, ...by });
  ticks.now += 1;
  const [error] = said.errors;
  const answer = error ? undefined : at(said.data, kind === "pay" ? "payBills" : "refundPayment");
  history.push({ wish, from, to: ticks.now, answer, error: error?.extensions });
  if (kind === "pay" && answer !== undefined && isPaid(answer)) paid.push(paidOf(answer));
  return answer;
}

const isPaid = (answer: Json): boolean =>
  textAt(answer, "__typename") === "Payment" && textAt(answer, "status") === "SUCCEEDED";

function paidOf(answer: Json): Paid {
  const bills = at(answer, "bills");
  if (!Array.isArray(bills)) throw new Error("a payment without bills");
  return {
    id: textAt(answer, "id"),
    bills: bills.map((each: Json) => ({
      bill: textAt(each, "bill"),
      fen: Math.round(Number(textAt(each, "amount")) * 100),
    })),
  };
}

export type Crowd = { readonly seed: string; readonly clients: number; readonly steps: number };

/** So many clients at once, each a phone, a partner's app or an officer, who do what the seed says, in its order. */
export async function letThemPay(world: World, { seed, clients, steps }: Crowd): Promise<void> {
  let done = 0;
  let sweeping = world.sweep();
  await Promise.all(
    Array.from({ length: clients }, async (_, i) => {
      const random = randomOf(`${seed} client ${i}`);
      const role = ROLES[i % ROLES.length] ?? "phone";
      const client: Client = { random, role, number: i, wishes: [] };
      for (let step = 0; step < steps; step += 1) {
        await act(world, client);
        done += 1;
        if (done % STEPS_A_SWEEP === 0) sweeping = sweeping.then(world.sweep);
      }
    }),
  );
  await sweeping;
}

type Client = {
  readonly random: Random;
  readonly role: "phone" | "app" | "officer";
  readonly number: number;
  readonly wishes: Wish[];
};

async function act(world: World, client: Client): Promise<void> {
  const { random, role, wishes } = client;
  if (random.chance(15)) world.advance(random.int(1, 3) * 1_000);
  const [first, ...others] = wishes;
  if (first && random.chance(25)) {
    await send(world, random.pick([first, ...others]));
    return;
  }
  if (role === "officer") await firstPayment(world);
  const [wish, rival] = role === "officer" ? refundWishes(world, random) : payWishes(world, client);
  wishes.push(wish);
  const calls = [send(world, wish)];
  // The same thing sent twice, or somebody else who wants the same bill, or the rest of it back, at the same moment.
  if (random.chance(25)) calls.push(send(world, wish));
  if (random.chance(role === "officer" ? 60 : 25)) calls.push(send(world, rival));
  await Promise.all(calls);
}

/** An officer has nothing to do before there is one. */
async function firstPayment({ paid }: World): Promise<void> {
  for (let waited = 0; paid.length === 0 && waited < PATIENCE_MS; waited += STEP_MS) await sleep(STEP_MS);
}

function payWishes(world: World, { random, role, number }: Client): readonly [Wish, Wish] {
  const { bills, citizens, partners } = world;
  const wanted = Array.from({ length: random.chance(70) ? 1 : random.int(2, 3) }, () => oneOf(bills, random));
  const wish: Wish = {
    kind: "pay",
    // Two phones of the same person, and two servers of the same partner.
    by:
      role === "app"
        ? { apiKey: partners[Math.floor(number / ROLES.length) % partners.length] ?? "" }
        : { token: citizens[number % citizens.length] ?? "" },
    key: keyFrom(random),
    input: { bills: [...new Set(wanted)], channel: role === "app" ? "PREFUND" : "SANDBOX" },
  };
  return [wish, rivalOf(world, wish, random)];
}

const rivalOf = ({ citizens }: World, { input }: Wish, random: Random): Wish => ({
  kind: "pay",
  by: { token: oneOf(citizens, random) },
  key: keyFrom(random),
  input: { ...input, channel: "SANDBOX" },
});

function refundWishes({ paid, treasurer, lastDigits }: World, random: Random): readonly [Wish, Wish] {
  const { id, bills } = oneOf(paid, random);
  const part = oneOf(bills, random);
  const some = random.int(1, Math.floor(part.fen / 100) - 1) * 100 + random.pick(lastDigits);
  const amount = random.pick([part.fen, some, part.fen - some]);
  const back = (cents: number): Wish => ({
    kind: "refund",
    by: { token: treasurer },
    key: keyFrom(random),
    input: { payment: id, amount: (cents / 100).toFixed(2), bill: part.bill, reason: "重复缴费" },
  });
  return [back(amount), back(part.fen - some)];
}

const keyFrom = (random: Random): string => `key-${random.int(0, 2 ** 31)}-${random.int(0, 2 ** 31)}`;

function oneOf<T>(values: readonly T[], random: Random): T {
  const [first, ...others] = values;
  if (first === undefined) throw new Error("nothing to choose from");
  return random.pick([first, ...others]);
}
