import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TransactItem } from "../../../services/kernel/database/database.ts";
import { ledgerTable } from "../../../services/kernel/database/tables.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { fen } from "../../../services/kernel/money.ts";
import { plusMs, systemRuntime } from "../../../services/kernel/runtime.ts";
import {
  type AccountId,
  getBalance,
  giveBack,
  type Hold,
  openPartitions,
  placeHold,
  postHold,
  putAccount,
  putTransfer,
  reserve,
  reversalOf,
  type Transfer,
  transferOf,
  verifyBooks,
  voidHold,
} from "../../../services/money/ledger/index.ts";
import { by, ledgerOf, postTransfer, SOUND, verified } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";

const HISTORIES = 60;
const STEPS_MAX = 30;
const HOLD_MS = 5_000;
const ALLOWANCE = 500n;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

/** The accounts' expected figures, kept in the plainest way: spendable and held by account, signed as they see it. */
type Model = Record<AccountId, { balance: bigint; held: bigint; least: bigint | undefined }>;

type History = {
  readonly accounts: readonly AccountId[];
  readonly model: Model;
  readonly transfers: Transfer[];
  readonly reversed: Set<string>;
  readonly holds: Hold[];
};

/** Debit-normal accounts grow by debits, the others by credits. */
const changeOf = (account: AccountId, amount: bigint) => (account.startsWith("channel:") ? amount : -amount);

async function begin(): Promise<History> {
  const run = newId("run", systemRuntime);
  const cards: readonly AccountId[] = [`card:${run}a`, `card:${run}b`, `prefund:${run}`];
  const accounts: readonly AccountId[] = [...cards, `biller:${run}`, `channel:${run}`];
  const allowances = [fen(0n), fen(ALLOWANCE), fen(0n)];
  must(await write(...cards.map((card, i) => putAccount(ledgerOf(platform), card, allowances[i]))));
  const least = (account: AccountId) =>
    account === cards[1] ? -ALLOWANCE : cards.includes(account) ? 0n : undefined;
  return {
    accounts,
    model: Object.fromEntries(accounts.map((id) => [id, { balance: 0n, held: 0n, least: least(id) }])),
    transfers: [],
    reversed: new Set(),
    holds: [],
  };
}

const write = (...writes: readonly TransactItem[]) =>
  ledgerOf(platform).commit({
    ...by(platform),
    action: "test",
    aggregate: newId("run", systemRuntime),
    table: ledgerTable("live"),
    writes,
  });

const post = (transfer: Transfer) => postTransfer(ledgerOf(platform), transfer, by(platform));

function isPossible({ model }: History, { legs }: Pick<Transfer, "legs">): boolean {
  return legs.every(({ account, amount }) => {
    const { balance = 0n, held = 0n, least } = model[account] ?? {};
    const change = changeOf(account, amount);
    return change > 0n || least === undefined || balance - held + change >= least;
  });
}

function book({ model }: History, { legs }: Pick<Transfer, "legs">): void {
  for (const { account, amount } of legs) {
    const entry = model[account];
    if (entry) entry.balance += changeOf(account, amount);
  }
}

type Step = (history: History) => Promise<void>;

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(from.length, 1)];

/** Moves random amounts between two to five accounts; the last one gets what makes the sum zero. */
const transfers = fc
  .array(fc.bigInt({ min: -900n, max: 900n }), { minLength: 1, maxLength: 4 })
  .chain((amounts) => fc.tuple(fc.constant(amounts), fc.nat()))
  .map(
    ([amounts, turn]): Step =>
      async (history) => {
        const all = [...amounts, -amounts.reduce((sum, amount) => sum + amount, 0n)];
        const legs = all.flatMap((amount, i) => {
          const account = history.accounts[(i + turn) % history.accounts.length];
          return amount === 0n || !account ? [] : { account, amount: fen(amount) };
        });
        const order = { at: platform.clock.now(), legs, reason: "test", cause: newId("pay", systemRuntime) };
        const transfer = transferOf(order);
        if (!transfer.ok) return expect(legs.length).toBeLessThan(2);
        const posted = await post(transfer.value);
        expect(posted.ok).toBe(isPossible(history, transfer.value));
        if (!posted.ok) return;
        book(history, transfer.value);
        history.transfers.push(transfer.value);
      },
  );

const replays = fc.nat().map(
  (n): Step =>
    async ({ transfers: done }) => {
      const transfer = pick(done, n);
      if (transfer) must(await post(transfer));
    },
);

const reversals = fc.nat().map(
  (n): Step =>
    async (history) => {
      const transfer = pick(history.transfers, n);
      if (!transfer) return;
      const at = platform.clock.now();
      const reversal = must(reversalOf(transfer, { at, reason: "back", cause: newId("pay", systemRuntime) }));
      const posted = await post(reversal);
      expect(posted.ok).toBe(!history.reversed.has(transfer.id) && isPossible(history, reversal));
      if (!posted.ok) return;
      history.reversed.add(transfer.id);
      book(history, reversal);
      history.transfers.push(reversal);
    },
);

const holds = fc.tuple(fc.nat({ max: 2 }), fc.bigInt({ min: 1n, max: 900n })).map(
  ([n, amount]): Step =>
    async (history) => {
      const account = pick(history.accounts, n);
      const entry = account && history.model[account];
      if (!account || !entry) return;
      const id = newId("hld", systemRuntime);
      const expiresAt = plusMs(platform.clock.now(), HOLD_MS);
      const hold = must(placeHold({ id, account, amount: fen(amount), expiresAt, cause: id }));
      const placed = await write(
        ...reserve(ledgerOf(platform), hold, { allowance: fen(-(entry.least ?? 0n)) }),
      );
      // A debt that an account may have cannot be kept for anybody.
      expect(placed.ok).toBe(entry.balance - entry.held - amount >= 0n);
      if (!placed.ok) return;
      entry.held += amount;
      history.holds.push(hold);
    },
);

/** Posts a part of a hold, or gives it back; both also for holds that are done, which have to refuse. */
const endings = fc.tuple(fc.nat(), fc.bigInt({ min: 1n, max: 900n }), fc.boolean()).map(
  ([n, amount, isVoid]): Step =>
    async (history) => {
      const hold = pick(history.holds, n);
      const biller = history.accounts[3];
      if (!hold || !biller) return;
      const store = ledgerOf(platform);
      const decided = isVoid ? voidHold(hold) : postHold(hold, fen(amount), platform.clock.now());
      if (!decided.ok) return;
      const legs = [
        { account: hold.account, amount: fen(amount) },
        { account: biller, amount: fen(-amount) },
      ];
      const transfer = must(
        transferOf({ at: platform.clock.now(), legs, reason: "held", cause: newId("pay", systemRuntime) }),
      );
      const writes = isVoid
        ? giveBack(store, decided.value)
        : putTransfer(store, transfer, { hold: decided.value });
      must(await write(...writes));
      const entry = history.model[hold.account];
      if (entry) entry.held -= hold.amount;
      history.holds.splice(history.holds.indexOf(hold), 1);
      if (!isVoid) {
        book(history, transfer);
        history.transfers.push(transfer);
      }
      expect((await write(...writes)).ok).toBe(false);
    },
);

const waiting = fc.nat({ max: 4_000 }).map(
  (ms): Step =>
    async () =>
      platform.clock.advance(ms),
);

const steps = fc.array(
  fc.oneof(
    { arbitrary: transfers, weight: 6 },
    { arbitrary: replays, weight: 1 },
    { arbitrary: reversals, weight: 2 },
    { arbitrary: holds, weight: 3 },
    { arbitrary: endings, weight: 2 },
    { arbitrary: waiting, weight: 1 },
  ),
  { minLength: 1, maxLength: STEPS_MAX },
);

describe("any history of transfers, replays, reversals and holds", () => {
  it("ends with the balances of its transfers: sums are zero, nobody is overdrawn, replays change nothing", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (wanted) => {
        const history = await begin();
        for (const step of wanted) await step(history);
        for (const account of history.accounts) {
          const { balance, held } = history.model[account] ?? {};
          const found = await getBalance(ledgerOf(platform), account);
          expect(found ?? { balance: 0n, held: 0n }).toEqual({ balance, held });
        }
      }),
      { numRuns: HISTORIES },
    );
    const whole = await verified(platform);
    expect(whole).toMatchObject(SOUND);
    // The walk through the accounts one by one comes to the same as the one that holds all of the ledger in memory.
    const partitions = openPartitions(platform.ports.client, platform.ports.config.tablePrefix);
    const pace = { everyMs: 0, settledMs: -1, bookedMs: 0, historyEveryMs: 0 };
    const pause = () => Promise.reject(new Error("nothing is booked meanwhile"));
    const { now } = platform.clock;
    const { secrets } = platform.ports;
    const ports = { open: platform.database, partitions, secrets, now, pause, pace };
    const { balance } = await verifyBooks(ports, "live", plusMs(now(), 1));
    expect(balance).toMatchObject({ transfers: whole.transfers, partitions: whole.partitions });
    expect(balance).toMatchObject({ differenceCount: 0, brokenCount: 0 });
    expect(balance?.lines.map(({ kind, balance: sum }) => [kind, sum])).toEqual(
      whole.trialBalance.map((line) => [line.kind, line.balance]),
    );
  });
});
