import type { Mode } from "../../../kernel/actor.ts";
import type { Database, StoredItem } from "../../../kernel/database/database.ts";
import { INDEX1, ledgerTable } from "../../../kernel/database/tables.ts";
import { type AccountId, isShared } from "../account.ts";
import { ledgerKeys } from "../keys.ts";
import { readTransfer } from "../store.ts";
import type { Transfer } from "../transfer.ts";
import type { BrokenTransfer } from "./difference.ts";
import { faultsOf } from "./faults-of-transfer.ts";
import { cutByTime, type IdRange } from "./id-range.ts";
import type { Lane, Reading } from "./lane.ts";
import { addTransfer, NO_SUMS, type Sums } from "./sums.ts";

export type ReadingPlace = {
  readonly database: Pick<Database, "get" | "query" | "forget">;
  readonly mode: Mode;
  readonly partition: string;
  readonly account: AccountId;
};

export type Readers = {
  /** A few pages at a time, whatever number of partitions and ranges want theirs. */
  readonly inTurn: <T>(read: () => Promise<T>) => Promise<T>;
  readonly isTimeOver: () => boolean;
  /** The shared accounts that transfers name, which nothing else lists. */
  readonly meet: (account: AccountId) => void;
};

const PAGE_SIZE = 1_000;
/** More than a page is read by so many ranges of time at once: one after the other, pages wait for the way. */
const RANGES = 16;
/** A fault that breaks more transfers than this breaks thousands. */
const BROKEN_MAX = 100;

export const beginReading = (range: IdRange, edges: readonly string[]): Reading => ({
  edges,
  sums: Array.from({ length: edges.length + 1 }, () => NO_SUMS),
  broken: [],
  lanes: lanesOf(range),
});

export const lanesOf = (range: IdRange): readonly Lane[] => [
  { half: "HOME", ...range },
  { half: "BESIDE", ...range },
];

/** All of a range that is no more than a page of each half; undefined where it is more. */
export async function readAtOnce(
  place: ReadingPlace,
  begun: Reading,
  readers: Readers,
): Promise<Reading | undefined> {
  const whole = begun.lanes.map((lane) => ({ ...lane, isCut: true }));
  const read = await readOn(place, { ...begun, lanes: whole }, { ...readers, isTimeOver: () => true });
  return read.lanes.length > 0 ? undefined : read;
}

/**
 * Reads on, all lanes at once, at least a page of each. Where the time is over, lanes are left, each with where it goes
 * on; a sum and the place behind it are always of one page.
 */
export async function readOn(place: ReadingPlace, begun: Reading, readers: Readers): Promise<Reading> {
  const { edges } = begun;
  const sums = [...begun.sums];
  const broken = [...begun.broken];
  const left: Lane[] = [];
  const take = async (lane: Lane): Promise<void> => {
    let here = lane;
    for (;;) {
      const { items, next } = await readers.inTurn(() => place.database.query(queryOf(place, here)));
      const transfers = items.map(readTransfer).filter(({ id }) => id < lane.to);
      const faults = here.half === "HOME" ? await faultsAtHome(place, transfers) : [];
      count(place, transfers, { edges, sums, half: here.half });
      for (const { legs } of transfers)
        for (const { account } of legs) if (isShared(account)) readers.meet(account);
      broken.push(...faults.slice(0, Math.max(0, BROKEN_MAX - broken.length)));
      if (!next) return;
      here = { ...here, after: next };
      if (!here.isCut) {
        await Promise.all(cut(here, items.at(-1)).map(take));
        return;
      }
      if (readers.isTimeOver()) {
        left.push(here);
        return;
      }
    }
  };
  await Promise.all(begun.lanes.map(take));
  return { edges, sums, broken, lanes: left };
}

/** The rest of a lane behind a record, as ranges of the same length of time. */
function cut(lane: Lane, last: StoredItem | undefined): readonly Lane[] {
  const { id } = last ? readTransfer(last) : { id: lane.from };
  const ranges = cutByTime({ from: id, to: lane.to }, RANGES);
  return ranges.map(
    ({ from, to }, i): Lane =>
      i === 0 ? { ...lane, to, isCut: true } : { half: lane.half, from, to, isCut: true },
  );
}

function queryOf({ mode, partition }: ReadingPlace, { half, from, to, after }: Lane) {
  const wanted = { table: ledgerTable(mode), limit: PAGE_SIZE, ...(after ? { after } : {}) };
  const sk = (id: string): string => ledgerKeys.transfer(partition, id).sk;
  return half === "HOME"
    ? { ...wanted, pk: partition, skBetween: [sk(from), sk(to)] as const }
    : { ...wanted, pk: ledgerKeys.beside(partition), skBetween: [from, to] as const, index: INDEX1 };
}

type Counting = { readonly edges: readonly string[]; readonly sums: Sums[]; readonly half: Lane["half"] };

function count(
  { account }: ReadingPlace,
  transfers: readonly Transfer[],
  { edges, sums, half }: Counting,
): void {
  for (const transfer of transfers) {
    const found = edges.findIndex((edge) => transfer.id < edge);
    const i = found < 0 ? edges.length : found;
    const sum = addTransfer(sums[i] ?? NO_SUMS, account, transfer);
    const isAtHome = half === "HOME" && transfer.legs[0]?.account === account;
    sums[i] = isAtHome ? { ...sum, transfers: sum.transfers + 1 } : sum;
  }
}

/** Of those that are at home here; a page's are looked at together. */
async function faultsAtHome(
  { database, mode, account }: ReadingPlace,
  transfers: readonly Transfer[],
): Promise<readonly BrokenTransfer[]> {
  const atHome = transfers.filter(({ legs }) => legs[0]?.account === account);
  if (atHome.some(({ legs }) => legs.length > 2)) database.forget();
  const faults = await Promise.all(atHome.map((transfer) => faultsOf(database, mode, transfer)));
  return faults.flat();
}
