import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../../services/kernel/ids.ts";
import { fen } from "../../../services/kernel/money.ts";
import { HOUR_MS, systemRuntime } from "../../../services/kernel/runtime.ts";
import {
  type AccountId,
  DAILY,
  putAccount,
  type Transfer,
  transferOf,
} from "../../../services/money/ledger/index.ts";
import { ledgerKeys } from "../../../services/money/ledger/keys.ts";
import { partitionOf } from "../../../services/money/ledger/transfer.ts";
import { ledgerOf, verified } from "../../support/ledger.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { type Books, booksOf } from "./books-world.ts";
import { frailProcess, untilKilled } from "./frail-process.ts";

const DAY_MS = 24 * HOUR_MS;
const HISTORIES = 12;
const STEPS_MAX = 14;
const MUCH = fen(1_000_000n);

let platform: TestPlatform;
let books: Books;
beforeAll(async () => {
  platform = await startPlatform();
  books = booksOf(platform);
});
afterAll(() => platform.stop());

type Ledger = {
  readonly accounts: readonly AccountId[];
  /** Booked since the last day's verification. */
  readonly fresh: Transfer[];
};

async function begin(): Promise<Ledger> {
  const run = newId("run", systemRuntime);
  const cards: readonly AccountId[] = [`card:${run}a`, `card:${run}b`];
  await books.write(...cards.map((card) => putAccount(ledgerOf(platform), card, MUCH)));
  const accounts: readonly AccountId[] = [...cards, `operator:${run}`, `channel:${run}`, `biller:${run}`];
  const ledger: Ledger = { accounts, fresh: [] };
  // Shared accounts that deal with none but others as new as themselves are first seen by the run through the history.
  await book(ledger, [1n, 1n, 1n, 1n], 0);
  return ledger;
}

async function book({ accounts, fresh }: Ledger, amounts: readonly bigint[], turn: number): Promise<void> {
  const all = [...amounts, -amounts.reduce((sum, amount) => sum + amount, 0n)];
  const legs = all.flatMap((amount, i) => {
    const account = accounts[(i + turn) % accounts.length];
    return amount === 0n || !account ? [] : { account, amount: fen(amount) };
  });
  const transfer = transferOf({ ...books.next(), legs, reason: `test.${newId("run", systemRuntime)}` });
  if (!transfer.ok) return;
  await books.post(transfer.value);
  fresh.push(transfer.value);
  platform.clock.advance(1_000);
}

/** How the calls of a day go: each with its time, and the call of the database that it dies at. */
type Day = readonly {
  readonly forMs: number;
  readonly killedAt: number | undefined;
  readonly isAfter: boolean;
}[];

/** A day passes, and its verification is called until it is finished. */
async function verifyDay(ledger: Ledger, day: Day) {
  platform.clock.advance(DAY_MS);
  for (const { forMs, killedAt, isAfter } of day) {
    const { open } = frailProcess(platform, { killedAt, isAfter });
    await untilKilled(books.verify({ open, forMs }));
  }
  for (let call = 0; call < 500; call += 1) {
    const { finished, balance } = await books.verify({ open: frailProcess(platform).open, forMs: 3_000 });
    if (finished && balance) {
      ledger.fresh.length = 0;
      return balance;
    }
  }
  throw new Error("a verification that does not end");
}

const signs = (all: readonly unknown[]): readonly string[] =>
  all
    .map((one) =>
      JSON.stringify(one, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value)),
    )
    .sort();

/** The day's findings and sums are those of a walk through all records, which knows of no checkpoint. */
async function expectWhole(found: Awaited<ReturnType<typeof verifyDay>>): Promise<void> {
  const whole = await verified(platform);
  expect(signs(found.differences)).toEqual(signs(whole.differences));
  expect(signs(found.broken)).toEqual(signs(whole.broken));
  expect(found).toMatchObject({
    differenceCount: whole.differences.length,
    brokenCount: whole.broken.length,
    transfers: whole.transfers,
  });
  expect(found.lines.map(({ kind, balance }) => [kind, balance])).toEqual(
    whole.trialBalance.map(({ kind, balance }) => [kind, balance]),
  );
}

type Step = (ledger: Ledger) => Promise<void>;

const bookings = fc
  .tuple(fc.array(fc.bigInt({ min: -900n, max: 900n }), { minLength: 1, maxLength: 3 }), fc.nat())
  .map(
    ([amounts, turn]): Step =>
      (ledger) =>
        book(ledger, amounts, turn),
  );

const many = fc.nat({ max: 12 }).map(
  (count): Step =>
    async (ledger) => {
      for (let i = 0; i < count; i += 1) await book(ledger, [5n], 0);
    },
);

const balances = fc.tuple(fc.nat({ max: 1 }), fc.integer({ min: -9, max: 9 })).map(
  ([n, by]): Step =>
    async ({ accounts }) => {
      await books.tamper(ledgerKeys.account(accounts[n] ?? ""), "spendable", by);
    },
);

const records = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 }), fc.nat({ max: 1 })).map(
  ([n, by, leg]): Step =>
    async ({ fresh }) => {
      // Of one record: of two that differ, the walk through all records goes by the one that it meets first.
      const single = fresh.filter(({ legs }) => legs.length === 2);
      const transfer = single[n % Math.max(single.length, 1)];
      const home = transfer?.legs[0]?.account;
      if (!transfer || !home) return;
      const place = ledgerKeys.transfer(partitionOf(home, transfer.id), transfer.id);
      await books.tamper(place, `legs[${leg}].amount`, by * (leg === 0 ? 1 : -1));
    },
);

const days = fc
  .array(
    fc.record({
      forMs: fc.integer({ min: 0, max: 20_000 }),
      killedAt: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      isAfter: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map(
    (day): Step =>
      async (ledger) =>
        expectWhole(await verifyDay(ledger, day)),
  );

const steps = fc.array(
  fc.oneof(
    { arbitrary: bookings, weight: 5 },
    { arbitrary: many, weight: 2 },
    { arbitrary: days, weight: 4 },
    { arbitrary: balances, weight: 1 },
    { arbitrary: records, weight: 1 },
  ),
  { minLength: 2, maxLength: STEPS_MAX },
);

describe("the day's verification, from checkpoints, stopped and killed anywhere", () => {
  it("finds what a walk through all records finds, whatever is booked and written past the ledger since", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (wanted) => {
        const ledger = await begin();
        for (const step of wanted) await step(ledger);
        await expectWhole(await verifyDay(ledger, []));
      }),
      { numRuns: HISTORIES },
    );
    const whole = await verified(platform);
    platform.clock.advance(DAILY.historyEveryMs);
    const history = await books.verifyAll({ forMs: HOUR_MS });
    expect(history).toEqual({
      finished: true,
      differences: whole.differences.length + whole.broken.length,
    });
  });
});
