import { loanRepaymentWithdrawal } from "../../../local/demo/items/loan-repayment-withdrawal.ts";
import { rentWithdrawal } from "../../../local/demo/items/rent-withdrawal.ts";
import { retirementWithdrawal } from "../../../local/demo/items/retirement-withdrawal.ts";
import { type Random, randomOf } from "../../../local/generate/random.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { publishItem } from "../catalogue/items.ts";
import { contribution, loan, yuan } from "../housing-fund/records.ts";
import { RENT } from "./casework.ts";
import { runClocks } from "./clocks.ts";
import {
  confirmEachOther,
  LOAN_REPAYMENT,
  loanForm,
  marriedTo,
  newSaver,
  RETIREMENT,
  rentForm,
  retirementForm,
  type Saver,
  SEALED,
  type Stated,
} from "./savers.ts";

/** Somebody who has an account, what the fund centre has stated of it, and what they may draw. In fen. */
export type Account = {
  readonly saver: Saver;
  readonly stated: number;
  readonly status?: "SEALED";
  readonly spouse?: Saver;
  readonly rent: number;
  /** Items that they apply for. */
  readonly items: readonly [string, ...string[]];
};

/** One application, under one key, however often it is sent. */
export type Wish = {
  readonly by: Account;
  readonly item: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly key: string;
};

/** The answer to a wish; calls are numbered by a clock that counts beginnings and ends alike. */
export type Told = {
  readonly wish: Wish;
  readonly from: number;
  readonly to: number;
  /** The case's; undefined where a call failed. */
  readonly status: string | undefined;
  readonly id: string | undefined;
  /** An answer that is not foreseen. */
  readonly trouble: string | undefined;
};

export type World = {
  readonly platform: TestPlatform;
  readonly accounts: readonly [Account, ...Account[]];
  readonly history: Told[];
  readonly ticks: { now: number };
};

const LAST_EVENING = "2026-03-31T15:30:00.000Z";
const MONTHS = ["2025-12", "2026-01", "2026-02", "2026-03"];

/** Singles, couples, owners and people who retire, late in the evening of 31 March; made without faults. */
export async function seedSavers(platform: TestPlatform, seed: string): Promise<World> {
  await withoutMaterials(platform);
  const random = randomOf(`${seed} savers`);
  platform.clock.set(LAST_EVENING);
  const paid = MONTHS.map((month) => contribution(month));
  const one = async (stated: number, more: Pick<Stated, "born" | "loans"> & Partial<typeof SEALED> = {}) =>
    newSaver(platform, {
      ...more,
      account: { ...more.account, balance: yuan((stated / 100).toFixed(2)), balanceOn: date("2026-03-30") },
      contributions: paid,
    });
  const accounts: Account[] = [];
  for (let i = 0; i < 3; i += 1) {
    const stated = random.pick([150_000, 330_000, 1_000_000]);
    accounts.push({ saver: await one(stated), stated, rent: random.int(90, 450) * 1_000, items: [RENT] });
    const [his, hers] = [random.int(200, 900) * 1_000, random.int(50, 900) * 1_000];
    const [husband, wife] = [await one(his), await one(hers)];
    await confirmEachOther(platform, [husband, wife]);
    const rent = random.int(200, 500) * 1_000;
    accounts.push({ saver: husband, spouse: wife, stated: his, rent, items: [RENT] });
    accounts.push({ saver: wife, spouse: husband, stated: hers, rent, items: [RENT] });
  }
  for (let i = 0; i < 2; i += 1) {
    const stated = random.int(1_000, 90_000) * 100;
    const old = await one(stated, { ...SEALED, born: "1965-06-15" });
    accounts.push({ saver: old, stated, status: "SEALED", rent: 200_000, items: [RETIREMENT, RENT] });
    const owner = await one(stated, { loans: [loan({ outstandingOn: date("2026-03-30") })] });
    accounts.push({ saver: owner, stated, rent: 200_000, items: [LOAN_REPAYMENT, RENT] });
  }
  const [first, ...others] = accounts;
  if (!first) throw new Error("nobody saves");
  return { platform, accounts: [first, ...others], history: [], ticks: { now: 0 } };
}

/** Another version of the items that asks for no material, so that a wish is three calls and no more. */
async function withoutMaterials(platform: TestPlatform): Promise<void> {
  for (const { draft } of [rentWithdrawal, retirementWithdrawal, loanRepaymentWithdrawal]) {
    const materials = draft.materials.map((material) => ({ ...material, required: false }));
    await publishItem(platform, { ...draft, materials }, { "110000": "GENERAL" });
  }
}

const START = `mutation ($item: ID!, $key: ID!) {
  done: startApplication(input: { item: $item, region: "110105" }, idempotencyKey: $key) {
    __typename ... on Application { id status } ... on Refusal { code } } }`;
const SAVE = `mutation ($id: ID!, $form: JSONObject!) {
  done: saveApplication(id: $id, form: $form) { __typename ... on Application { id status } ... on Refusal { code } } }`;
const SUBMIT = `mutation ($id: ID!, $key: ID!) {
  done: submitApplication(id: $id, idempotencyKey: $key, duplicateReason: "再次申请") {
    __typename ... on Application { id status } ... on NotAllowedNow { state } ... on Refusal { code } } }`;
const WITHDRAW = `mutation ($id: ID!) {
  done: withdrawApplication(id: $id, reason: "不再需要") { __typename ... on Refusal { code } } }`;

/** Sends a wish, from its draft to its decision, and keeps what was answered. */
export async function send(world: World, wish: Wish, isRegretted = false): Promise<Told> {
  world.ticks.now += 1;
  const from = world.ticks.now;
  const told = (status?: string, trouble?: string, id?: string): Told => {
    world.ticks.now += 1;
    const one = { wish, from, to: world.ticks.now, status, trouble, id };
    world.history.push(one);
    return one;
  };
  const ask = (query: string, variables: Readonly<Record<string, unknown>>) =>
    callFor(world.platform, wish.by.saver.token, query, variables);
  const started = await ask(START, { item: wish.item, key: `${wish.key}-start` });
  if ("error" in started) return told(undefined, started.error);
  const id = textAt(started.done, "id");
  const saved = await ask(SAVE, { id, form: wish.form });
  if ("error" in saved) return told(undefined, saved.error);
  // Somebody else, sending the same, may have handed it in meanwhile.
  if (!["Application", "NotAllowedNow"].includes(textAt(saved.done, "__typename"))) {
    return told(undefined, `saving was answered with ${JSON.stringify(saved.done)}`);
  }
  const [submitted] = await Promise.all([
    ask(SUBMIT, { id, key: `${wish.key}-hand-in` }),
    isRegretted ? ask(WITHDRAW, { id }) : undefined,
  ]);
  if ("error" in submitted) return told(undefined, submitted.error);
  const type = textAt(submitted.done, "__typename");
  if (type === "Application") return told(textAt(submitted.done, "status"), undefined, id);
  // Withdrawn before it was handed in.
  if (type === "NotAllowedNow") return told(textAt(submitted.done, "state"), undefined, id);
  return told(undefined, `handing in was answered with ${JSON.stringify(submitted.done)}`);
}

type Answered = { readonly done: Json } | { readonly error: string | undefined };

async function callFor(
  platform: TestPlatform,
  token: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Answered> {
  const { data, errors } = await platform.call({ token, query, variables });
  const [error] = errors;
  if (!error) return { done: at(data, "done") };
  const { code, retryable } = error.extensions;
  return { error: retryable === true ? undefined : `failed for good: ${String(code)}` };
}

/** Not by the clock: on a busy machine all takes longer, and the clocks would only run more often. */
const STEPS_A_RUN = 4;

export type Crowd = { readonly seed: string; readonly clients: number; readonly steps: number };

/** So many people at once do what the seed says, while the clocks of cases run beside them. */
export async function letThemApply(world: World, { seed, clients, steps }: Crowd): Promise<void> {
  // A run that fails is followed by the next, as the scheduled function's is.
  const run = () => runClocks(world.platform).catch(() => undefined);
  let done = 0;
  let clocks = run();
  await Promise.all(
    Array.from({ length: clients }, async (_, i) => {
      const random = randomOf(`${seed} client ${i}`);
      const sent: Wish[] = [];
      for (let step = 0; step < steps; step += 1) {
        await act(world, random, sent);
        done += 1;
        if (done % STEPS_A_RUN === 0) clocks = clocks.then(run);
      }
    }),
  );
  await clocks;
}

async function act(world: World, random: Random, sent: Wish[]): Promise<void> {
  const { platform, accounts } = world;
  if (random.chance(25)) platform.clock.advance(random.int(10, 400) * 1_000);
  const [first, ...others] = sent;
  if (first && random.chance(20)) {
    await send(world, random.pick([first, ...others]));
    return;
  }
  const by = random.pick(accounts);
  const wish = wishOf(by, random);
  sent.push(wish);
  const sending = [send(world, wish, random.chance(15))];
  // Sent twice at the same moment; or the other of the couple at the same moment.
  if (random.chance(25)) sending.push(send(world, wish));
  const spouse = accounts.find(({ saver }) => saver === by.spouse);
  if (spouse && random.chance(60)) sending.push(send(world, wishOf(spouse, random)));
  await Promise.all(sending);
}

const UNCLEAR_PERCENT = 15;
/** Somebody else's number: a person has to look. */
const UNCLEAR = { idNumber: "11010519491231002X" };

/** One that no rule decides. */
export const unclearWish = ({ accounts: [by] }: World): Wish => ({
  ...{ by, item: RENT, key: "an-unclear-wish" },
  form: { ...formOf(by, RENT), ...UNCLEAR },
});

function wishOf(by: Account, random: Random): Wish {
  const item = random.pick(by.items);
  const key = `key-${random.int(0, 2 ** 31)}-${random.int(0, 2 ** 31)}`;
  const unclear = random.chance(UNCLEAR_PERCENT) ? UNCLEAR : {};
  return { by, item, key, form: { ...formOf(by, item), ...unclear } };
}

function formOf({ saver, spouse, rent }: Account, item: string) {
  if (item === RETIREMENT) return retirementForm(saver);
  if (item === LOAN_REPAYMENT) return loanForm(saver);
  return rentForm(saver, {
    monthlyRent: (rent / 100).toFixed(2),
    ...(spouse ? marriedTo(spouse) : {}),
  });
}
