import { setTimeout as sleep } from "node:timers/promises";
import { type Random, randomOf } from "../../local/generate/random.ts";
import { recordDeposit } from "../../services/payments/record-deposit.ts";
import { newId } from "../../services/platform/ids.ts";
import { fen } from "../../services/platform/money.ts";
import { systemRuntime } from "../../services/platform/runtime.ts";
import { ACTOR } from "../support/ledger.ts";
import { must } from "../support/must.ts";
import { type Answer, at, type Json, type TestPlatform, textAt } from "../support/platform.ts";
import { seedPartner } from "../support/seed-partner.ts";
import { sweep } from "../support/sweep.ts";
import { PAY, row, seedBiller } from "../utilities/billing.ts";
import { REFUND } from "./refunding.ts";

/** What somebody wants, under one idempotency key, however often it is sent. */
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
  /** What the mutation answered; undefined where the call failed. */
  readonly answer: Json | undefined;
  /** Of a failed call. */
  readonly error: Readonly<Record<string, Json>> | undefined;
};

export type World = Awaited<ReturnType<typeof seedWorld>>;

const CITIZENS = 6;
const PARTNERS = 2;
const BILLS = 40;
/** For a small part of what the partners will want to pay. */
const FUNDS = 60_00n;
const PATIENCE_MS = 10_000;
const STEP_MS = 20;
/** Beside those that amounts have at random: their last digits make a scene of the sandbox. */
const SCENES = [91, 92, 93, 94, 95, 96, 97, 98] as const;
const SCENE_PERCENT = 35;

/** A biller's new bills, and people, apps and an officer who will have to do with them. Made without faults. */
export async function seedWorld(platform: TestPlatform, seed: string) {
  const random = randomOf(`${seed} bills`);
  const biller = await seedBiller(platform);
  const rows = Array.from({ length: BILLS }, () => row({ amount: amountAt(random) }));
  const bills = (await biller.submit(...rows)).map((bill) => textAt(bill, "id"));
  const citizens = await Promise.all(Array.from({ length: CITIZENS }, () => platform.tokens.citizen()));
  const partners = await Promise.all(Array.from({ length: PARTNERS }, () => fundedPartner(platform, FUNDS)));
  const treasurer = await platform.tokens.officer({ roles: ["TREASURER"] });
  const paid: Paid[] = [];
  return { platform, bills, citizens, partners, treasurer, paid, history: [] as Told[], ticks: { now: 0 } };
}

/** The key of a partner that has paid in so many fen. */
export async function fundedPartner(platform: TestPlatform, funds: bigint): Promise<string> {
  const scopes = ["BILLS_PAY", "OWN_ACCOUNTS"] as const;
  const { partnerId, liveKey } = await seedPartner(platform, { scopes, creditCode: "11220000013544541J" });
  const context = platform.context(ACTOR);
  const bankReference = newId("bank", systemRuntime);
  const deposit = { partner: partnerId, amount: fen(funds), mode: "live", bankReference } as const;
  if (ACTOR.kind !== "OFFICER") throw new Error("no officer");
  must(await recordDeposit(bankReference, deposit, { actor: ACTOR, now: context.now }, context));
  return liveKey;
}

/** What an officer has heard of: payments that were acknowledged. */
type Paid = { readonly id: string; readonly bills: readonly { bill: string; fen: number }[] };

function amountAt(random: Random): string {
  const cents = random.chance(SCENE_PERCENT) ? random.pick(SCENES) : random.int(0, 90);
  return `${random.int(5, 40)}.${String(cents).padStart(2, "0")}`;
}

/** Sends a wish, and keeps what was answered. */
export async function send(world: World, wish: Wish): Promise<Json | undefined> {
  const { platform, history, ticks, paid } = world;
  ticks.now += 1;
  const from = ticks.now;
  const { kind, by, key, input } = wish;
  const query = kind === "pay" ? PAY : REFUND;
  const said: Answer = await platform.call({ query, variables: { key, input }, ...by });
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
  let isOver = false;
  const sweeping = (async () => {
    while (!isOver) {
      // A sweep that fails is followed by the next, as the scheduled function's is.
      await sweep(world.platform).catch(() => undefined);
      await sleep(50);
    }
  })();
  const ROLES = ["phone", "phone", "app", "phone", "officer", "officer", "app", "phone"] as const;
  await Promise.all(
    Array.from({ length: clients }, async (_, i) => {
      const random = randomOf(`${seed} client ${i}`);
      const role = ROLES[i % ROLES.length] ?? "phone";
      const client: Client = { random, role, number: i, wishes: [] };
      for (let step = 0; step < steps; step += 1) await act(world, client);
    }),
  );
  isOver = true;
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
  if (random.chance(15)) world.platform.clock.advance(random.int(1, 3) * 1_000);
  const [first, ...others] = wishes;
  if (first && random.chance(25)) {
    await send(world, random.pick([first, ...others]));
    return;
  }
  if (role === "officer") await firstPayment(world);
  const wish = role === "officer" ? refundWish(world, random) : payWish(world, client);
  wishes.push(wish);
  const calls = [send(world, wish)];
  // The same thing sent twice, or somebody else who wants the same bill at the same moment.
  if (random.chance(25)) calls.push(send(world, wish));
  if (role !== "officer" && random.chance(25)) calls.push(send(world, rivalOf(world, wish, random)));
  await Promise.all(calls);
}

/** An officer has nothing to do before there is one. */
async function firstPayment({ paid }: World): Promise<void> {
  for (let waited = 0; paid.length === 0 && waited < PATIENCE_MS; waited += STEP_MS) await sleep(STEP_MS);
}

function payWish({ bills, citizens, partners }: World, { random, role, number }: Client): Wish {
  const wanted = Array.from({ length: random.chance(70) ? 1 : random.int(2, 3) }, () => oneOf(bills, random));
  return {
    kind: "pay",
    // Two phones of the same person, and two servers of the same partner.
    by:
      role === "app"
        ? { apiKey: partners[number % partners.length] ?? "" }
        : { token: citizens[number % citizens.length] ?? "" },
    key: keyFrom(random),
    input: { bills: [...new Set(wanted)], channel: role === "app" ? "PREFUND" : "SANDBOX" },
  };
}

const rivalOf = ({ citizens }: World, { input }: Wish, random: Random): Wish => ({
  kind: "pay",
  by: { token: oneOf(citizens, random) },
  key: keyFrom(random),
  input: { ...input, channel: "SANDBOX" },
});

function refundWish({ paid, treasurer }: World, random: Random): Wish {
  const { id, bills } = oneOf(paid, random);
  const part = oneOf(bills, random);
  const most = Math.floor(part.fen / 100);
  const scene = random.int(0, most - 1) * 100 + random.pick(SCENES);
  const amount = random.pick([part.fen, part.fen, random.int(1, part.fen), scene, part.fen - scene]);
  return {
    kind: "refund",
    by: { token: treasurer },
    key: keyFrom(random),
    input: { payment: id, amount: (amount / 100).toFixed(2), bill: part.bill, reason: "重复缴费" },
  };
}

const keyFrom = (random: Random): string => `key-${random.int(0, 2 ** 31)}-${random.int(0, 2 ** 31)}`;

function oneOf<T>(values: readonly T[], random: Random): T {
  const [first, ...others] = values;
  if (first === undefined) throw new Error("nothing to choose from");
  return random.pick([first, ...others]);
}
