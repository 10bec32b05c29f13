import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { type Random, randomOf } from "../../../local/generate/random.ts";
import type { Officer } from "../../../services/kernel/actor.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import type { PartnerId } from "../../../services/kernel/ids.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../services/kernel/money.ts";
import { DAY_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { orderPayout } from "../../../services/money/payouts/order-payout.ts";
import { takeBankAnswers } from "../../../services/money/payouts/take-bank-answers.ts";
import { decideOnContract } from "../../../services/money/settlements/decide-on-contract.ts";
import { proposeContract } from "../../../services/money/settlements/propose-contract.ts";
import { readLines, writeStatement } from "../../../services/money/settlements/statement.ts";
import { type Plan, startFaultProxy } from "../../support/fault-proxy.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { expectWhole, settlementsOf } from "./whole.ts";
import { ACCOUNT, book, settle, today } from "./world.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");
const DAYS = 14;

/** Each day's settlement meets these, and is called again until nothing is left. */
const PLAN: Plan = {
  percent: { "request-lost": 12, "answer-lost": 15, "error-before": 8, "error-after": 10, conflict: 10 },
  only: ["transaction"],
};

const officer = (n: number): Officer => ({
  ...{ kind: "OFFICER", mode: "live", id: `ofc_000000000000000${n}`, roles: ["TREASURER"] },
  jurisdiction: { regionPrefix: "", departments: [] },
});

function portsOf(platform: TestPlatform, n: number) {
  const database = platform.database();
  const { parts, secrets } = platform.ports;
  const by = { actor: officer(n), now: platform.clock.now(), requestId: "test", mode: "live" as const };
  return { database, commit: commitTo(database), parts, secrets, ...by };
}

it(`every fen of a biller is owed, settled or paid, and no day twice, whatever fails (FAULT_SEED=${SEED})`, async () => {
  const random = randomOf(SEED);
  const faults = await startFaultProxy(SEED);
  const platform = await startPlatform({ faults });
  try {
    const { partnerId } = await seedPartner(platform, { scopes: ["OWN_ACCOUNTS"] });
    let booked: Fen = ZERO;
    for (let day = 0; day < DAYS; day += 1) {
      if (day === 0 || random.chance(25)) await newContract(platform, random, partnerId);
      for (let i = random.int(0, 4); i > 0; i -= 1) {
        const amount = fen(BigInt(random.int(-8_000, 22_000)) || 1n);
        await book(platform, partnerId, amount);
        booked = addMoney(booked, amount);
      }
      await answerAsBank(platform, random, partnerId);
      platform.clock.advance(random.chance(20) ? 2 * DAY_MS : DAY_MS);
      faults.begin(PLAN);
      // Several processes at once, some of which have no time: whatever they leave is done by those that come after.
      for (let round = 0; round < 2; round += 1) {
        const untils = [plusMs(platform.clock.now(), 60_000), platform.clock.now()];
        await Promise.all(untils.map((until) => settle(platform, until)));
      }
      faults.calm();
      await faults.arrived();
      expect(await settle(platform)).toMatchObject({
        faults: [],
        finished: true,
        differing: 0,
        oldestDueSeconds: 0,
      });
      await expectStatements(platform, partnerId, booked);
    }
    expect(await verified(platform)).toMatchObject(SOUND);
    expect(faults.seen().filter(({ fault }) => fault).length).toBeGreaterThan(5);
  } finally {
    await platform.stop();
  }
});

async function newContract(platform: TestPlatform, random: Random, partner: string): Promise<void> {
  const { pick } = random;
  const fee = { fixed: fen(pick([0n, 10n])), least: fen(pick([0n, 5n])), most: pick([undefined, fen(60n)]) };
  const terms = { minimum: fen(pick([0n, 100_00n])), payDays: pick([1, 2]), payDayKind: "CALENDAR" as const };
  const proposed = must(
    await proposeContract(portsOf(platform, 1), `key ${random.int(0, 1_000_000)}`, {
      ...{ partner, kind: "biller", effectiveFrom: date(today(platform)), accountNumber: ACCOUNT },
      ...{ perMille: decimal(pick(["0", "3.8", "6"])), feeAccount: pick(["a1", "b2"]), ...fee, ...terms },
    }),
  );
  must(await decideOnContract(portsOf(platform, 2), proposed.id, "agree"));
}

/** The bank pays most of what it is told to, refuses some of it, sends back some of what it has paid, and its file comes twice. */
async function answerAsBank(platform: TestPlatform, random: Random, id: PartnerId): Promise<void> {
  for (const { payout, paid: amount } of await settlementsOf(platform, { id, kind: "biller" })) {
    if (!payout || random.chance(30)) continue;
    await orderPayout(portsOf(platform, 1), payout);
    const outcome = random.chance(70) ? ("PAID" as const) : ("REFUSED" as const);
    const row = { payout, outcome, amount, bankReference: `bank-${payout}`, reason: "账户状态异常" };
    const returned = { ...row, outcome: "RETURNED" as const };
    const more = outcome === "PAID" && random.chance(30) ? [returned] : [];
    await takeBankAnswers(portsOf(platform, 1), [row, row, ...more, row, ...more]);
  }
}

async function expectStatements(platform: TestPlatform, id: PartnerId, booked: Fen): Promise<void> {
  const { settlements, owed } = await expectWhole(platform, { id, kind: "biller" }, booked);
  expect(owed).toBe(settlements[0]?.carriedOut ?? owed);
  const store = { database: platform.database(), mode: "live" } as const;
  const { settledReasons } = platform.ports.parts;
  for (const settlement of settlements) {
    const { entries } = await readLines(store, settlement, settledReasons, { first: 1_000 });
    const lines = entries.map(({ node }) => node);
    expect(lines).toHaveLength(settlement.lines);
    const net = addMoney(...lines.map((line) => line.net));
    expect(addMoney(settlement.carriedIn, net)).toBe(addMoney(settlement.paid, settlement.carriedOut));
    expect(await writeStatement(store, settlement, settledReasons, undefined)).toMatchObject({
      next: undefined,
    });
  }
}
