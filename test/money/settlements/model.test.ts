import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { type Random, randomOf } from "../../../local/generate/random.ts";
import { addMoney, type Fen, fen, formatMoney, ZERO } from "../../../services/kernel/money.ts";
import { DAY_MS, plusMs } from "../../../services/kernel/runtime.ts";
import {
  mutate,
  seedCard,
  seedTapSender,
  type TapSender,
  tapRow,
} from "../../convenience/transit/transit-world.ts";
import { type Biller, issueBill, PAST, pay, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { expectWhole, type Party, settlementsOf } from "./whole.ts";
import { agree, propose, settle, today } from "./world.ts";

const SEED = process.env["MODEL_SEED"] ?? randomBytes(4).toString("hex");
const DAYS = 8;

/** The accounts that were credited and debited, by the model's own arithmetic. */
type Books = Map<string, Fen>;

/** A bill that was paid, and the part of it that is charged back at the moment. */
type Paid = { readonly payment: string; readonly amount: Fen; number: string; back: Fen };

type World = {
  readonly platform: TestPlatform;
  readonly random: Random;
  readonly biller: Biller;
  readonly operators: readonly [TapSender, TapSender];
  readonly books: Books;
  readonly paid: Paid[];
  /** The share of the operator at the entry, of each day from which on another rule holds. */
  readonly shares: { readonly from: string; readonly perMille: bigint }[];
};

const count = ({ books }: World, party: string, amount: Fen): void => {
  books.set(party, addMoney(books.get(party) ?? ZERO, amount));
};

it(`every fen of billers and operators is owed, settled or paid, whatever was charged back or shared (MODEL_SEED=${SEED})`, async () => {
  const platform = await startPlatform();
  try {
    platform.clock.set("2026-03-02T02:00:00.000Z");
    const world: World = {
      ...{ platform, random: randomOf(SEED), books: new Map(), paid: [], shares: [] },
      biller: await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" }),
      operators: [await seedTapSender(platform), await seedTapSender(platform, "91110000600037341L")],
    };
    const parties: readonly Party[] = [
      { id: world.biller.partnerId, kind: "biller" },
      ...world.operators.map(({ partnerId: id }) => ({ id, kind: "operator" }) as const),
    ];
    for (const party of parties) await contract(world, party);
    for (let day = 0; day < DAYS; day += 1) {
      if (day % 3 === 0) await share(world);
      for (let i = world.random.int(2, 6); i > 0; i -= 1) await act(world);
      await answerAsBank(world, parties);
      platform.clock.advance(DAY_MS);
      expect(await settle(platform, plusMs(platform.clock.now(), 600_000))).toMatchObject({
        faults: [],
        differing: 0,
      });
      for (const party of parties) await expectWhole(platform, party, world.books.get(party.id) ?? ZERO);
    }
    expect(await verified(platform)).toMatchObject(SOUND);
  } finally {
    await platform.stop();
  }
}, 180_000);

const treasurer = ({ platform }: World, n: 1 | 2): Promise<string> =>
  platform.tokens.officer({ roles: ["TREASURER"], id: `ofc_000000000000000${n}` });

async function contract(world: World, { id, kind }: Party): Promise<void> {
  const { platform, random } = world;
  const terms = { feePerMille: random.pick(["0", "3.8"]), minimum: random.pick(["0.00", "50.00"]) };
  const proposed = await propose(platform, await treasurer(world, 1), {
    ...{ partner: id, kind: kind.toUpperCase(), effectiveFrom: today(platform), ...terms },
    ...{ payDayKind: "CALENDAR" },
  });
  expect(await agree(platform, await treasurer(world, 2), textAt(proposed, "id"))).toMatchObject({
    status: "AGREED",
  });
}

/** From tomorrow on the operator at the entry has another share. */
async function share(world: World): Promise<void> {
  const { platform, random, shares } = world;
  const from = new Date(Date.parse(today(platform)) + DAY_MS).toISOString().slice(0, 10);
  const perMille = random.pick([0, 333, 500, 1_000]);
  const input = { region: "110000", effectiveFrom: from, kind: "FIXED", entryPerMille: perMille };
  const propose = `mutation ($input: ClearingRuleInput!) { done: proposeClearingRule(input: $input) { __typename } }`;
  expect(await mutate(platform, { token: await treasurer(world, 1) }, propose, { input })).toMatchObject({
    __typename: "ClearingChanged",
  });
  const agreeTo = `mutation { done: agreeToClearingRule(region: "110000", effectiveFrom: "${from}") { __typename } }`;
  expect(await mutate(platform, { token: await treasurer(world, 2) }, agreeTo)).toMatchObject({
    __typename: "ClearingChanged",
  });
  shares.push({ from, perMille: BigInt(perMille) });
}

function act(world: World): Promise<void> {
  const { paid, random } = world;
  const any = <T>(all: readonly T[]): T | undefined => all[random.int(0, Math.max(all.length - 1, 0))];
  const chargeable = any(paid.filter(({ number }) => number === ""));
  const reversible = any(paid.filter(({ number }) => number !== ""));
  const kind = random.pick(["pay", "pay", "charge back", "reverse", "ride"]);
  if (kind === "ride") return ride(world);
  if (kind === "charge back" && chargeable) return chargeBack(world, chargeable);
  if (kind === "reverse" && reversible) return reverse(world, reversible);
  return payBill(world);
}

async function payBill(world: World): Promise<void> {
  const { platform, biller, random, paid } = world;
  // Whole yuan: of other amounts some have the sandbox decline or fall silent.
  const amount = fen(BigInt(random.int(5, 90)) * 100n);
  const bill = await issueBill(biller, { ...PAST, amount: formatMoney(amount) });
  const payment = await pay(platform, { token: await platform.tokens.citizen() }, [bill]);
  expect(payment).toMatchObject({ status: "SUCCEEDED" });
  paid.push({ payment: textAt(payment, "id"), amount, number: "", back: ZERO });
  count(world, biller.partnerId, amount);
}

async function take(world: World, row: object): Promise<void> {
  const { platform } = world;
  const query = `mutation ($rows: [ChargebackRowInput!]!) { done: takeChargebacks(rows: $rows) { __typename } }`;
  const rows = [row, row].map((each) => ({ ...each, at: platform.clock.now() }));
  // Twice, as of a file that is sent again.
  expect(await mutate(platform, { token: await treasurer(world, 1) }, query, { rows })).toEqual([
    { __typename: "Chargeback" },
    { __typename: "Chargeback" },
  ]);
}

let numbers = 0;

async function chargeBack(world: World, paid: Paid): Promise<void> {
  numbers += 1;
  const yuan = BigInt(world.random.int(1, Number(paid.amount / 100n)));
  paid.number = `cb-${numbers}`;
  paid.back = fen(yuan * 100n);
  await take(world, {
    ...{ kind: "CHARGEBACK", payment: paid.payment, number: paid.number, amount: formatMoney(paid.back) },
  });
  count(world, world.biller.partnerId, fen(-paid.back));
}

async function reverse(world: World, paid: Paid): Promise<void> {
  const amount = formatMoney(paid.back);
  await take(world, { kind: "REVERSAL", payment: paid.payment, number: paid.number, amount });
  count(world, world.biller.partnerId, paid.back);
  Object.assign(paid, { number: "", back: ZERO });
}

/** By metro, begun at one operator and ended at the other; the fares are those of the trip itself. */
async function ride(world: World): Promise<void> {
  const { platform, random, shares } = world;
  const [first, second] = random.chance(50) ? world.operators : [world.operators[1], world.operators[0]];
  const card = await seedCard(platform, "50.00");
  const now = platform.clock.now();
  await first.tap(tapRow("ENTRY", card.number, plusMs(now, -40 * 60_000)));
  const [done = null] = await second.tap(tapRow("EXIT", card.number, plusMs(now, -5 * 60_000)));
  const fare = fen(BigInt(textAt(done, "fare").replace(".", "")));
  const perMille = shares.findLast(({ from }) => from <= today(platform))?.perMille ?? 0n;
  // The larger remainder has the fen that is left: of two, the one at the entry where both are equal.
  const whole = (fare * perMille) / 1_000n;
  const rest = (fare * perMille) % 1_000n;
  const entry = fen(whole + (rest >= 500n ? 1n : 0n));
  count(world, first.partnerId, entry);
  count(world, second.partnerId, addMoney(fare, fen(-entry)));
}

/** It pays, refuses, and sends back some of what it has paid. */
async function answerAsBank(world: World, parties: readonly Party[]): Promise<void> {
  const { platform, random } = world;
  const token = await treasurer(world, 1);
  for (const party of parties)
    for (const { payout, paid } of await settlementsOf(platform, party)) {
      if (!payout || random.chance(40)) continue;
      await mutate(platform, { token }, `mutation { done: orderPayout(payout: "${payout}") { __typename } }`);
      const row = {
        payout,
        amount: formatMoney(paid),
        bankReference: `bank-${payout}`,
        reason: "账户状态异常",
      };
      const outcomes = random.pick([["PAID"], ["REFUSED"], ["PAID", "RETURNED", "PAID"]]);
      const query = `mutation ($rows: [BankAnswerInput!]!) { done: takeBankAnswers(rows: $rows) { __typename } }`;
      await mutate(platform, { token }, query, { rows: outcomes.map((outcome) => ({ ...row, outcome })) });
    }
}
