import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { type Random, randomOf } from "../../local/generate/random.ts";
import { addMoney, type Fen, fen, formatMoney, ZERO } from "../../services/kernel/money.ts";
import { DAY_MS } from "../../services/kernel/runtime.ts";
import { getBalance } from "../../services/money/ledger/index.ts";
import { seedTapSender, type TapSender } from "../convenience/transit/transit-world.ts";
import { type Biller, issueBill, PAST, seedBiller } from "../convenience/utilities/utility-world.ts";
import { readBooks, recordsOf } from "../support/books.ts";
import { startFaultProxy } from "../support/fault-proxy.ts";
import { findingsIn } from "../support/findings.ts";
import { ledgerOf, SOUND, verified } from "../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../support/platform.ts";
import { SHORT_LATER } from "../support/short-answers.ts";
import * as acts from "./killed-acts.ts";
import { type Crew, startCrew } from "./killed-crew.ts";
import { settleAll } from "./payments/judge.ts";
import { expectWhole, type Party, settlementsOf } from "./settlements/whole.ts";
import { today } from "./settlements/world.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");
const DAYS = 2;
const PAID = { byDay: 4, whileSettling: 1 } as const;

type World = {
  readonly platform: TestPlatform;
  readonly crew: Crew;
  readonly random: Random;
  readonly biller: Biller;
  readonly operator: TapSender;
  readonly parties: readonly [Party, Party];
  readonly paid: acts.Paid[];
  /** Contracts of the day that wait for another treasurer. */
  proposed: string[];
  /** Lines of files that nobody has resolved. */
  open: readonly { readonly id: string; readonly amount: Fen }[];
  /** Credited to the biller, and what waits on suspense, by the test's own arithmetic. */
  booked: Fen;
  suspense: Fen;
};

it(`a kill -9 while money is settled, charged back, resolved and agreed on loses nothing and books nothing twice (FAULT_SEED=${SEED})`, async () => {
  const random = randomOf(SEED);
  const faults = await startFaultProxy(SEED);
  const crew = await startCrew(faults, random, () => Date.parse(platform.clock.now()));
  const platform = await startPlatform({ faults, engine: crew.engine() });
  try {
    platform.clock.set("2026-03-02T02:00:00.000Z");
    // An index that lags catches up with the clock, which only goes on when the processes rest.
    faults.calm(SHORT_LATER);
    const world = await foundWorld(platform, crew, random);
    for (let day = 0; day < DAYS; day += 1) {
      await payAndPropose(world, day);
      await agreeAndChargeBack(world);
      await confirmAndReverse(world);
      platform.clock.advance(DAY_MS);
      await settleAndPay(world);
      await answerAsBank(world);
    }
    expect(crew.kills()).toBeGreaterThan(0);
    faults.calm();
    expect(await settleAll(platform)).toEqual([]);
    const books = await readBooks(platform.client, platform.ports.config.tablePrefix);
    expect(await findingsIn(books)).toEqual({});
  } finally {
    await platform.stop();
    await crew.stop();
  }
});

async function foundWorld(platform: TestPlatform, crew: Crew, random: Random): Promise<World> {
  const biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" });
  const operator = await seedTapSender(platform, "91110000600037341L");
  const parties = [
    { id: biller.partnerId, kind: "biller" },
    { id: operator.partnerId, kind: "operator" },
  ] as const;
  const books = { paid: [], proposed: [], open: [], booked: ZERO, suspense: ZERO };
  return { ...{ platform, crew, random, biller, operator, parties }, ...books };
}

/** Does some things at once, and again where nobody knows, and looks at the books after each kill and at the end. */
async function doAll(world: World, all: readonly acts.Act[]): Promise<void> {
  const { platform, crew } = world;
  const tasks = all.map(({ task }) => task);
  const answers = await crew.work(platform.clock.now(), tasks, () => expectWholeActs(world));
  for (const { task, names, keep } of all) {
    const answer = answers.get(task.id) ?? null;
    const first = Array.isArray(answer) ? (answer[0] ?? null) : answer;
    if (names.length > 0) expect(names, JSON.stringify(answer)).toContain(textAt(first, "__typename"));
    keep?.(first);
  }
  // Longer than an index lags.
  platform.clock.advance(10_000);
  expect(await verified(platform)).toMatchObject(SOUND);
  const [biller, operator] = world.parties;
  await expectWhole(platform, biller, world.booked);
  await expectWhole(platform, operator, ZERO);
  const suspense = await getBalance(ledgerOf(platform), "suspense:sandbox");
  expect(suspense?.balance ?? ZERO).toBe(world.suspense);
}

/** Right after a kill, when nobody has gone on yet: each act is there with all that belongs to it, or not at all. */
async function expectWholeActs({ platform }: World): Promise<void> {
  const { tablePrefix } = platform.ports.config;
  const books = await readBooks(platform.client, tablePrefix);
  const { "nothing stays open": _, "payers are told once": __, ...found } = await findingsIn(books);
  expect(found).toEqual({});
  const last = (id: string) => books.trails.get(id)?.at(-1)?.["action"];
  for await (const { sk, id, status } of recordsOf(platform.client, tablePrefix, "records-live")) {
    if (String(sk).startsWith("settlement-contract#"))
      expect(last(String(id))).toBe(`settlements.contract.${String(status).toLowerCase()}`);
    if (String(sk).startsWith("settlement#")) expect(last(String(id))).toBe("settlements.settlement.closed");
  }
}

async function payments(world: World, count: number): Promise<readonly acts.Act[]> {
  const { platform, biller, random, paid } = world;
  const all: acts.Act[] = [];
  for (let i = 0; i < count; i += 1) {
    // Whole yuan: of other amounts some have the sandbox decline or fall silent.
    const amount = fen(BigInt(random.int(5, 90)) * 100n);
    const bill = await issueBill(biller, { ...PAST, amount: formatMoney(amount) });
    const act = acts.payment(platform.newCitizen(), bill, (answer) => {
      paid.push({ payment: textAt(answer, "id"), amount, back: ZERO });
      world.booked = addMoney(world.booked, amount);
    });
    all.push(act, ...(random.chance(40) ? [acts.again(act)] : []));
  }
  return all;
}

const later = ({ platform }: World, days: number): string =>
  new Date(Date.parse(today(platform)) + days * DAY_MS).toISOString().slice(0, 10);

async function payAndPropose(world: World, day: number): Promise<void> {
  const { operator, random, parties } = world;
  world.proposed = [];
  const contracts = parties.map(({ id: partner, kind }) => {
    const terms = { feePerMille: random.pick(["0", "3.8"]), minimum: random.pick(["0.00", "20.00"]) };
    const input = { partner, kind: kind.toUpperCase(), effectiveFrom: later(world, day), ...terms };
    return acts.contractProposal(input, (answer) => void world.proposed.push(textAt(answer, "id")));
  });
  const amounts = [1, 2].map(() => `${random.int(3, 30)}.00`);
  world.suspense = addMoney(world.suspense, ...amounts.map(acts.fenOf));
  const file = acts.unknownLines(`2026-02-0${day + 1}`, amounts);
  const tariff = acts.tariffProposal(operator.liveKey, later(world, 5));
  await doAll(world, [...(await payments(world, PAID.byDay)), file, acts.again(file), ...contracts, tariff]);
}

async function agreeAndChargeBack(world: World): Promise<void> {
  const { platform, paid, random, biller } = world;
  const chosen = paid.filter(({ back }) => back === 0n && random.chance(50));
  for (const each of chosen) {
    each.back = fen(BigInt(random.int(1, Number(each.amount / 100n))) * 100n);
    world.booked = addMoney(world.booked, fen(-each.back));
  }
  world.open = await openDifferences(platform);
  const backs = chosen.map((each) => acts.chargeback(each, "CHARGEBACK", platform.clock.now()));
  await doAll(world, [
    ...world.proposed.map(acts.contractAgreement),
    acts.tariffAgreement(later(world, 5)),
    ...backs.flatMap((act) => [act, acts.again(act)]),
    ...world.open.map(({ id }) => acts.resolution(id, biller.partnerId)),
  ]);
}

async function openDifferences(platform: TestPlatform): Promise<World["open"]> {
  const query = "{ channelDifferences(first: 100) { edges { node { id amount } } } }";
  const { data } = await platform.call({
    query,
    token: await platform.tokens.officer({ roles: ["TREASURER"] }),
  });
  const edges = at(data, "channelDifferences", "edges");
  if (!Array.isArray(edges)) throw new Error("edges are a list");
  return edges.map((edge: Json) => ({
    id: textAt(edge, "node", "id"),
    amount: acts.fenOf(textAt(edge, "node", "amount")),
  }));
}

async function confirmAndReverse(world: World): Promise<void> {
  const { paid, random, platform } = world;
  const confirmed = world.open.filter(() => random.chance(70));
  const resolved = addMoney(...confirmed.map(({ amount }) => amount));
  world.suspense = addMoney(world.suspense, fen(-resolved));
  const reversed = paid.filter(({ back }) => back > 0n && random.chance(50));
  world.booked = addMoney(world.booked, resolved, ...reversed.map(({ back }) => back));
  const backs = reversed.map((each) => acts.chargeback(each, "REVERSAL", platform.clock.now()));
  for (const each of reversed) paid.splice(paid.indexOf(each), 1);
  const confirmations = confirmed.map(({ id }) => acts.confirmation(id));
  await doAll(
    world,
    [...backs, ...confirmations].flatMap((act) => [act, acts.again(act)]),
  );
}

/** Two processes of the platform settle at once, while others pay. */
async function settleAndPay(world: World): Promise<void> {
  const settled = { finished: true, differing: 0 };
  const settling = acts.settling(today(world.platform), (answer) => expect(answer).toEqual(settled));
  await doAll(world, [settling, acts.again(settling), ...(await payments(world, PAID.whileSettling))]);
}

async function answerAsBank(world: World): Promise<void> {
  const { platform, parties, random } = world;
  const settlements = (await Promise.all(parties.map((party) => settlementsOf(platform, party)))).flat();
  const payouts = settlements.flatMap(({ payout, paid }) => (payout ? [{ payout, paid }] : []));
  await doAll(
    world,
    payouts.map(({ payout }) => acts.order(payout)),
  );
  const outcome = (): "PAID" | "REFUSED" => (random.chance(70) ? "PAID" : "REFUSED");
  await doAll(
    world,
    payouts.map(({ payout, paid }) => acts.bankAnswer(payout, outcome(), paid)),
  );
}
