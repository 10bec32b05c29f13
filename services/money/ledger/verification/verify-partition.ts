import type { Database } from "../../../kernel/database/database.ts";
import { addMoney, fen, ZERO } from "../../../kernel/money.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import { type AccountId, accountOf, kindOf } from "../account.ts";
import type { Checkpoint } from "./checkpoint.ts";
import {
  type BrokenTransfer,
  type Difference,
  differenceOfCheckpoint,
  differenceOfSignature,
  differencesOf,
} from "./difference.ts";
import { edgeAt, FIRST_ID, LAST_ID } from "./id-range.ts";
import type { Reading } from "./lane.ts";
import { type Recorded, readRecorded } from "./read-recorded.ts";
import { beginReading, lanesOf, type Readers, type ReadingPlace, readAtOnce, readOn } from "./reading.ts";
import { addSums, isSameSum, movementOf, NO_SUMS, type Sums } from "./sums.ts";
import type { Stopped, Task } from "./task.ts";
import type { Checked } from "./trial-balance.ts";

export type PartitionPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => Pick<Database, "get" | "query" | "forget">;
  readonly pause: (ms: number) => Promise<void>;
  readonly now: () => Instant;
  readonly readers: Readers;
};

/**
 * While others post, a balance and its transfers are read at different moments, and the index shows a transfer a little
 * late. So a difference counts when it was found three times alike, or never went away.
 */
const FOUND_ALIKE = 3;
const ATTEMPTS_MAX = 10;
const PAUSE_MS = 500;
const PAUSE_MS_MAX = 4_000;

type Work = Omit<Stopped, "reading"> & {
  /** None while all can be read at once. */
  readonly reading?: Reading | undefined;
};

export type Verified =
  | { readonly stopped: Stopped }
  /** With the next checkpoint, where there is one to be written. */
  | { readonly checked: Checked; readonly checkpoint: Checkpoint | undefined }
  /** Nothing was ever there. */
  | "EMPTY";

/**
 * Recomputes one partition from its transfers and holds, and draws it up as it stood at `asOf`: from its checkpoint on
 * where that is right, and from its first transfer on where there is none, or where what came since does not explain the
 * recorded balance. So what was booked under an earlier time than the checkpoint is found as soon as it has moved the
 * balance. Where the time is over, it stops between two pages.
 */
export async function verifyPartition(
  ports: PartitionPorts,
  task: Task,
  before?: Stopped,
): Promise<Verified> {
  const { mode, partition } = task;
  const place: ReadingPlace = { database: ports.open(), mode, partition, account: accountOf(partition) };
  let work: Work = before ?? begin(task);
  const found = new Map<string, number>();
  // Counts again while others book, until the sums agree or differ alike, and writes nothing.
  for (let attempt = 1; ; attempt += 1) {
    const read = await readAll(ports, place, work, task);
    if ("stopped" in read) return read;
    const recorded = await readRecorded(place);
    const result = compare(task, place.account, work, { ...read, recorded });
    if (!result) return "EMPTY";
    const { differences } = result;
    const sign = `${work.isFromBase} ${differences.map(({ what, ...each }) => `${what} ${each.recorded - each.recomputed}`).join()}`;
    const times = (found.get(sign) ?? 0) + 1;
    found.set(sign, times);
    const isSure = times >= FOUND_ALIKE || attempt >= ATTEMPTS_MAX;
    if (differences.length === 0 || (isSure && !work.isFromBase)) return ended(task, work, result);
    work = { ...work, ...(read.isKept ? { reading: read.reading } : {}) };
    if (isSure) {
      work = { ...work, isFromBase: false, isSecondReading: false, reading: undefined };
      attempt = 0;
      continue;
    }
    await ports.pause(Math.min(PAUSE_MS * 2 ** (attempt - 1), PAUSE_MS_MAX));
    // Before it counts: something may have been booked under an earlier time while this was counting.
    if (times === FOUND_ALIKE - 1 && !work.isSecondReading) {
      work = { ...work, isSecondReading: true, reading: undefined };
    }
  }
}

function begin({ partition, asOf, found, isInFull }: Task): Work {
  const base = typeof found === "object" && found.asOf <= asOf ? found : undefined;
  return { partition, asOf, base, isFromBase: base !== undefined && !isInFull, isSecondReading: false };
}

const NEVER = "1970-01-01T00:00:00.000Z" as Instant;

const nextAt = ({ checkpointAt }: Task, { base }: Work): Instant =>
  base && base.asOf > checkpointAt ? base.asOf : checkpointAt;

/** The sums of a reading: before the checkpoint, from there to the next, from there to `asOf`, and what is later. */
function readingOf(task: Task, work: Work, to: string): Reading {
  const { base, asOf, isFromBase } = work;
  const edges = [base?.asOf ?? NEVER, nextAt(task, work), asOf].map(edgeAt);
  return beginReading({ from: isFromBase && base ? edgeAt(base.asOf) : FIRST_ID, to }, edges);
}

type Read = {
  readonly reading: Reading;
  readonly tail: readonly Sums[];
  readonly broken: readonly BrokenTransfer[];
  /** It need not be read again where only what is booked now can have changed. */
  readonly isKept: boolean;
};

async function readAll(
  { now, readers }: PartitionPorts,
  place: ReadingPlace,
  work: Work,
  task: Task,
): Promise<Read | { readonly stopped: Stopped }> {
  if (!work.reading) {
    const whole = await readAtOnce(place, readingOf(task, work, LAST_ID), readers);
    if (whole) return { reading: whole, tail: [], broken: whole.broken, isKept: false };
  }
  const begun = work.reading ?? readingOf(task, work, edgeAt(work.asOf));
  const reading = await readUp(place, begun, plusMs(now(), -task.settledMs), readers);
  if (reading.lanes.length > 0) return { stopped: { ...work, reading } };
  const range = { from: reading.edges.at(-1) ?? FIRST_ID, to: LAST_ID };
  const last = await readOn(place, beginReading(range, []), { ...readers, isTimeOver: () => false });
  return { reading, tail: last.sums, broken: [...reading.broken, ...last.broken], isKept: true };
}

/** All up to what is settled by now, so that little is left that cannot be kept where the time is over. */
async function readUp(
  place: ReadingPlace,
  begun: Reading,
  settledAt: Instant,
  readers: Readers,
): Promise<Reading> {
  const read = await readOn(place, begun, readers);
  const last = read.edges.at(-1) ?? FIRST_ID;
  const settled = edgeAt(settledAt);
  if (read.lanes.length > 0 || settled <= last) return read;
  const further = {
    ...read,
    edges: [...read.edges, settled],
    sums: [...read.sums, NO_SUMS],
    lanes: lanesOf({ from: last, to: settled }),
  };
  return readOn(place, further, readers);
}

type Compared = {
  readonly differences: readonly Difference[];
  /** Up to the next checkpoint. */
  readonly settled: Sums;
  readonly checked: Checked;
};

/** The sums beside what is recorded; undefined where nothing was ever there. */
function compare(
  { partition, found }: Task,
  account: AccountId,
  { base, isFromBase }: Work,
  { reading, tail, broken, recorded: now }: Read & { readonly recorded: Recorded },
): Compared | undefined {
  const [old = NO_SUMS, since = NO_SUMS, recent = NO_SUMS, ...after] = reading.sums;
  const settled = addSums(isFromBase && base ? base : old, since);
  const booked = addSums(settled, recent);
  const rest = addSums(...after, ...tail);
  const { recorded, held } = now;
  if (found === "NONE" && !recorded && held === 0n && addSums(booked, rest).lastId === "") return undefined;
  const later = movementOf(account, rest);
  const balance = addMoney(movementOf(account, booked), later);
  const differences = differencesOf(partition, recorded, { balance, held });
  const isMoved = base && !isFromBase && !isSameSum(base, old);
  return {
    differences,
    settled,
    checked: {
      line: {
        kind: kindOf(account),
        ...{ debits: booked.debits, credits: booked.credits },
        balance: addMoney(recorded?.balance ?? ZERO, fen(-later)),
      },
      account,
      transfers: booked.transfers,
      differences: [
        ...differences,
        ...(isMoved
          ? [differenceOfCheckpoint(partition, movementOf(account, base), movementOf(account, old))]
          : []),
        ...(found === "FORGED" ? [differenceOfSignature(partition)] : []),
      ],
      broken,
    },
  };
}

/**
 * A next checkpoint only where nothing differs, and there is something in it that is not in the last one. A partition that
 * had none has an empty one at least: the next day's list is of checkpoints, and may not forget what differs.
 */
function ended(task: Task, work: Work, { settled, checked }: Compared): Verified {
  const { mode, partition, found } = task;
  const isSound =
    checked.broken.length === 0 && checked.differences.every(({ what }) => what === "SIGNATURE");
  const isNew = !work.base || settled.lastId !== work.base.lastId;
  if (isSound && isNew)
    return { checked, checkpoint: { ...settled, mode, partition, asOf: nextAt(task, work) } };
  const empty: Checkpoint = { ...NO_SUMS, mode, partition, asOf: NEVER };
  return { checked, checkpoint: found === "NONE" ? empty : undefined };
}
