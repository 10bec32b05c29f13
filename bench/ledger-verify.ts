import { BatchWriteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Database, StoredItem } from "../services/kernel/database/database.ts";
import { INDEX1, INDEX2, ledgerTable, physicalName } from "../services/kernel/database/tables.ts";
import { fen } from "../services/kernel/money.ts";
import { HOUR_MS, type Instant, plusMs } from "../services/kernel/runtime.ts";
import { type AccountId, putTransfer, type Transfer, transferOf } from "../services/money/ledger/index.ts";
import { ledgerKeys } from "../services/money/ledger/keys.ts";
import { inTurns } from "../services/money/ledger/verification/turns.ts";
import { verifyPartition } from "../services/money/ledger/verification/verify-partition.ts";
import { PAGES_AT_ONCE } from "../services/money/ledger/verification/verify-some.ts";
import { booksOf } from "../test/money/ledger/books-world.ts";
import { must } from "../test/support/must.ts";
import { startPlatform, type TestPlatform } from "../test/support/platform.ts";
import { type Figure, times } from "./measure.ts";

const DAY_MS = 24 * HOUR_MS;
/** Of one operator, all of them on one of its shards, whatever their ids say. */
const OPERATOR: AccountId = "operator:ptn_bench";
const SHARD = `${OPERATOR}#00`;
const CARDS = 500;
const FARE = fen(3_00n);
const WRITTEN_AT_ONCE = 25;
const WRITERS = 8;

const ROWS = 100_000;
const DAY = 5_000;
const [SHORT, LONG] = [10_000, 100_000];
const ROUNDS = 5;

/** A day of rides in a second, and the cost of a day behind a short and a long history. */
export async function verifyLedgers(): Promise<readonly Figure[]> {
  const [rate, short, long] = [await measureRows(), await measureDay(SHORT), await measureDay(LONG)];
  const rows = (count: number): string => Math.round(count).toLocaleString("en");
  return [
    {
      what: `rides of one operator shard verified in a second, of ${rows(ROWS)}: by the clock, and of this process's processor`,
      measured: `${rows(rate.byClock)}; ${rows(rate.ofProcessor)}`,
      bound: "≥ 11,112",
    },
    {
      what: `what they read`,
      measured: `${rows(rate.readUnits)} read units in ${rows(rate.calls)} calls`,
      bound: "",
    },
    {
      what: `a day's verification of ${rows(DAY)} rides behind a history of ${rows(LONG)}, against one of ${rows(SHORT)}`,
      measured: `${rows(long.ms)} ms / ${rows(short.ms)} ms = ${times(long.ms / short.ms)}`,
      bound: "≤ 1.2 ×",
    },
    {
      what: "the same, of what it reads",
      measured: `${rows(long.readUnits)} / ${rows(short.readUnits)} read units = ${times(long.readUnits / short.readUnits)}`,
      bound: "≤ 1.05 ×",
    },
  ];
}

async function measureRows() {
  const platform = await startPlatform();
  try {
    const { clock, database } = platform;
    await ride(platform, ROWS, plusMs(clock.now(), -DAY_MS));
    await putBalances(platform, ROWS);
    const usages: Database["usage"][] = [];
    const open = (): Database => {
      const opened = database();
      usages.push(opened.usage);
      return opened;
    };
    const readers = {
      inTurn: inTurns(PAGES_AT_ONCE),
      isTimeOver: () => false,
      meet: () => {},
    };
    const asOf = clock.now();
    const task = {
      ...({ mode: "live", partition: SHARD, asOf, checkpointAt: asOf, settledMs: 0 } as const),
      ...({ found: "NONE", isInFull: false } as const),
    };
    const pause = () => Promise.reject(new Error("something differs"));
    const rates: { readonly seconds: number; readonly cpuSeconds: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      usages.length = 0;
      const [started, cpu] = [performance.now(), process.cpuUsage()];
      const verified = await verifyPartition({ open, pause, now: clock.now, readers }, task);
      if (verified === "EMPTY" || "stopped" in verified) throw new Error("not verified");
      const { user, system } = process.cpuUsage(cpu);
      rates.push({
        seconds: (performance.now() - started) / 1_000,
        cpuSeconds: (user + system) / 1_000_000,
      });
    }
    const total = (of: "readUnits" | "calls") => usages.reduce((sum, usage) => sum + usage()[of], 0);
    const least = (of: keyof (typeof rates)[number]) => Math.min(...rates.map((rate) => rate[of]));
    return {
      byClock: ROWS / least("seconds"),
      ofProcessor: ROWS / least("cpuSeconds"),
      ...{ readUnits: total("readUnits"), calls: total("calls") },
    };
  } finally {
    await platform.stop();
  }
}

/** The last of some days that each have as many rides, behind a history. */
async function measureDay(history: number) {
  const platform = await startPlatform();
  try {
    const { clock, database } = platform;
    const books = booksOf(platform);
    let rides = history;
    await ride(platform, history, plusMs(clock.now(), -30 * DAY_MS), 29 * DAY_MS);
    await putBalances(platform, rides);
    const verify = async () => {
      const usages: Database["usage"][] = [];
      const open = (): Database => {
        const opened = database();
        usages.push(opened.usage);
        return opened;
      };
      const started = performance.now();
      const { finished, balance } = await books.verify({ open, forMs: HOUR_MS });
      const ms = performance.now() - started;
      if (!finished || balance?.differenceCount !== 0 || balance.transfers !== rides)
        throw new Error(
          `not verified: ${JSON.stringify(balance, (_, v) => (typeof v === "bigint" ? String(v) : v))}`,
        );
      return { ms, readUnits: usages.reduce((sum, usage) => sum + usage().readUnits, 0) };
    };
    await verify();
    const days: Awaited<ReturnType<typeof verify>>[] = [];
    for (let day = 0; day < ROUNDS; day += 1) {
      const from = clock.now();
      clock.advance(DAY_MS);
      rides += DAY;
      await ride(platform, DAY, from);
      await putBalances(platform, rides);
      days.push(await verify());
    }
    const [, ...warm] = days;
    return {
      ms: Math.min(...warm.map(({ ms }) => ms)),
      readUnits: warm.at(-1)?.readUnits ?? Number.NaN,
    };
  } finally {
    await platform.stop();
  }
}

let causes = 0;

/** Rides spread evenly over a time, written past the ledger, which would take minutes for them. */
async function ride(
  platform: TestPlatform,
  count: number,
  from: Instant,
  forMs = DAY_MS - HOUR_MS,
): Promise<void> {
  const store = { database: platform.database(), mode: "live" } as const;
  const waiting = Array.from({ length: Math.ceil(count / WRITTEN_AT_ONCE) }, (_, i) => i * WRITTEN_AT_ONCE);
  const write = async (): Promise<void> => {
    for (let first = waiting.pop(); first !== undefined; first = waiting.pop()) {
      const items: StoredItem[] = [];
      for (let i = first; i < Math.min(first + WRITTEN_AT_ONCE, count); i += 1) {
        causes += 1;
        items.push(recordOf(store, rideOf(causes, plusMs(from, Math.floor((forMs * i) / count)))));
      }
      await writeAll(platform, items);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}

const cardOf = (i: number): AccountId => `card:crd_${String(i % CARDS).padStart(16, "0")}`;

const rideOf = (i: number, at: Instant): Transfer =>
  must(
    transferOf({
      ...{ at, reason: "transit.rides.1234", cause: `trp_${String(i).padStart(16, "0")}` },
      legs: [
        { account: cardOf(i), amount: FARE },
        { account: OPERATOR, amount: fen(-FARE) },
      ],
    }),
  );

/** The one record of a transfer with two legs, on the one shard. */
function recordOf(store: Parameters<typeof putTransfer>[0], transfer: Transfer): StoredItem {
  const record = putTransfer(store, transfer).find(({ Put }) => Put)?.Put?.Item;
  return { ...record, [INDEX1.pk]: ledgerKeys.beside(SHARD) };
}

async function writeAll({ documents, ports }: TestPlatform, items: readonly StoredItem[]): Promise<void> {
  const name = physicalName(ports.config.tablePrefix, ledgerTable("live"));
  const requests = items.map((Item) => ({ PutRequest: { Item } }));
  const { UnprocessedItems = {} } = await documents.send(
    new BatchWriteCommand({ RequestItems: { [name]: requests } }),
  );
  if (Object.keys(UnprocessedItems).length > 0) throw new Error("the engine has left records unwritten");
}

/** The cards' and the shard's balances after so many rides of all. */
async function putBalances({ documents, ports }: TestPlatform, rides: number): Promise<void> {
  const TableName = physicalName(ports.config.tablePrefix, ledgerTable("live"));
  const put = (Item: StoredItem) => documents.send(new PutCommand({ TableName, Item }));
  await put({ ...ledgerKeys.account(SHARD), balance: rides * Number(FARE) });
  for (let i = 0; i < CARDS; i += 1) {
    const id = cardOf(i);
    const own = Math.floor(rides / CARDS);
    const index = { [INDEX2.pk]: ledgerKeys.openedAs(id), [INDEX2.sk]: id };
    await put({ ...ledgerKeys.account(id), ...index, spendable: -own * Number(FARE), held: 0, allowance: 0 });
  }
}
