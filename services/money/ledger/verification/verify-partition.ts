import type { Mode } from "../../../kernel/actor.ts";
import type { Database, StoredItem } from "../../../kernel/database/database.ts";
import { INDEX1, type IndexDefinition, ledgerTable } from "../../../kernel/database/tables.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type AccountId, accountOf, type Balance, kindOf, onNormalSide } from "../account.ts";
import { ledgerKeys } from "../keys.ts";
import { fenOf, readTransfer, recordedOf } from "../store.ts";
import { partitionOf, type Transfer, timePrefix } from "../transfer.ts";
import { type BrokenTransfer, differencesOf } from "./difference.ts";
import type { Checked } from "./trial-balance.ts";

export type PartitionPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => Pick<Database, "get" | "query" | "forget">;
  readonly pause: (ms: number) => Promise<void>;
};

const PAGE_SIZE = 1_000;
/**
 * While others post, a balance and its transfers are read at different moments, and the index shows a transfer a little
 * late. So a difference counts when it was found three times alike, or never went away.
 */
const FOUND_ALIKE = 3;
const ATTEMPTS_MAX = 10;
const PAUSE_MS = 500;
const PAUSE_MS_MAX = 4_000;

const FIRST_ID = "tfr_0";
/** Behind every id: they are written in digits and lower-case letters. */
const LAST_ID = "tfr_~";

type Partition = { readonly mode: Mode; readonly partition: string; readonly asOf: Instant };

/** Recomputes one partition from its transfers and holds, and draws it up as it stood at `asOf`. */
export async function verifyPartition(
  { open, pause }: PartitionPorts,
  { mode, partition, asOf }: Partition,
): Promise<Checked> {
  const account = accountOf(partition);
  const place: Place = { database: open(), table: ledgerTable(mode), partition, account };
  const edge = `tfr_${timePrefix(asOf)}`;
  const found = new Map<string, number>();
  let before = await sumUp(place, FIRST_ID, edge);
  // Counts again while others book, until the sums agree or differ alike, and writes nothing.
  for (let attempt = 1; ; attempt += 1) {
    const since = await sumUp(place, edge, LAST_ID);
    const { recorded, held } = await readRecorded(place);
    const later = movementOf(account, since);
    const recomputed = { balance: addMoney(movementOf(account, before), later), held };
    const differences = differencesOf(partition, recorded, recomputed);
    const sign = differences.map(({ what, ...each }) => `${what} ${each.recorded - each.recomputed}`).join();
    const times = (found.get(sign) ?? 0) + 1;
    found.set(sign, times);
    if (differences.length === 0 || times >= FOUND_ALIKE || attempt >= ATTEMPTS_MAX) {
      const { debits, credits } = before;
      const balance = addMoney(recorded?.balance ?? ZERO, fen(-later));
      const line = { kind: kindOf(account), debits, credits, balance };
      const broken = [...before.broken, ...since.broken];
      return { line, account, transfers: before.transfers, differences, broken };
    }
    await pause(Math.min(PAUSE_MS * 2 ** (attempt - 1), PAUSE_MS_MAX));
    // Before it counts: something may have been booked under an earlier time while this was counting.
    if (times === FOUND_ALIKE - 1) before = await sumUp(place, FIRST_ID, edge);
  }
}

type Place = {
  readonly database: ReturnType<PartitionPorts["open"]>;
  readonly table: ReturnType<typeof ledgerTable>;
  readonly partition: string;
  readonly account: AccountId;
};

/** The bookings on a partition within a range of transfers. */
type Sums = {
  readonly debits: Fen;
  readonly credits: Fen;
  /** Those that are at home here, so that each is counted once in the books. */
  readonly transfers: number;
  readonly broken: readonly BrokenTransfer[];
};

const movementOf = (account: AccountId, { debits, credits }: Sums): Fen =>
  onNormalSide(account, addMoney(debits, fen(-credits)));

/** From one id on and up to another, which is left out. */
async function sumUp(place: Place, from: string, to: string): Promise<Sums> {
  let [debits, credits, transfers] = [ZERO, ZERO, 0];
  const broken: BrokenTransfer[] = [];
  const ids = [from, to] as const;
  const halves = [
    pagesOf(place, [
      ledgerKeys.transfer(place.partition, from).sk,
      ledgerKeys.transfer(place.partition, to).sk,
    ]),
    pagesOf(place, ids, INDEX1),
  ];
  for (const [i, pages] of halves.entries()) {
    for await (const page of pages) {
      const within = page.map(readTransfer).filter(({ id }) => id < to);
      for (const { legs } of within) {
        const amount = legs.find((leg) => leg.account === place.account)?.amount ?? ZERO;
        if (amount > 0n) debits = addMoney(debits, amount);
        else credits = addMoney(credits, fen(-amount));
      }
      if (i > 0) continue;
      const atHome = within.filter(({ legs }) => legs[0]?.account === place.account);
      transfers += atHome.length;
      for (const transfer of atHome) broken.push(...(await faultsOf(place, transfer)));
    }
  }
  return { debits, credits, transfers, broken };
}

async function* pagesOf(
  { database, table, partition: pk }: Place,
  skBetween: readonly [string, string],
  index?: IndexDefinition,
): AsyncGenerator<readonly StoredItem[]> {
  let after: StoredItem | undefined;
  do {
    const wanted = { table, pk, skBetween, limit: PAGE_SIZE, ...(after ? { after } : {}) };
    const { items, next } = await database.query(index ? { ...wanted, index } : wanted);
    yield items;
    after = next;
  } while (after);
}

/** The fault of a transfer by itself, looked for at its home. One of two legs is one record, and so always whole. */
async function faultsOf({ database, table }: Place, transfer: Transfer): Promise<readonly BrokenTransfer[]> {
  const { id, legs } = transfer;
  const sum = addMoney(...legs.map(({ amount }) => amount));
  const faults: BrokenTransfer[] = sum === 0n ? [] : [{ id, what: "NOT_BALANCED" }];
  if (legs.length <= 2) return faults;
  const others = legs.filter((_, i) => i > 0 && i % 2 === 0);
  database.forget();
  const records = await Promise.all(
    others.map(({ account }) => database.get(table, ledgerKeys.transfer(partitionOf(account, id), id))),
  );
  for (const record of records) {
    if (!record) faults.push({ id, what: "RECORD_MISSING" });
    else if (textOf(readTransfer(record)) !== textOf(transfer)) faults.push({ id, what: "RECORDS_DIFFER" });
  }
  return faults;
}

const textOf = ({ legs }: Transfer): string =>
  legs.map(({ account, amount }) => `${account} ${amount}`).join();

type Recorded = { readonly recorded: Balance | undefined; readonly held: Fen };

async function readRecorded({ database, table, partition }: Place): Promise<Recorded> {
  database.forget();
  const record = await database.get(table, ledgerKeys.account(partition));
  let held = ZERO;
  const range = [ledgerKeys.hold(partition, "").sk, ledgerKeys.hold(partition, "~").sk] as const;
  for await (const holds of pagesOf({ database, table, partition, account: accountOf(partition) }, range)) {
    const open = holds.filter(({ status }) => status === "OPEN");
    held = addMoney(held, ...open.map(({ amount }) => fenOf(amount)));
  }
  return { recorded: record && recordedOf(record), held };
}
