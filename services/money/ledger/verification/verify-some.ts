import type { Database, Observation } from "../../../kernel/database/database.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import { type AccountId, accountOf, isShared } from "../account.ts";
import { partitionsOf } from "../transfer.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { findCheckpoint, putCheckpoint } from "./checkpoint-store.ts";
import { listPartitions } from "./list-partitions.ts";
import type { VerifyPorts } from "./pace.ts";
import type { Met, Place, Progress } from "./progress.ts";
import type { Which } from "./progress-store.ts";
import type { Stopped, Task } from "./task.ts";
import { addChecked } from "./trial-balance.ts";
import { inTurns } from "./turns.ts";
import { verifyPartition } from "./verify-partition.ts";

/** Partitions, most of them small. */
const AT_ONCE = 16;
/** Pages that are under way: enough for the way to the database, and few enough to be held at once. */
export const PAGES_AT_ONCE = 24;

type Done = {
  readonly progress: Progress;
  /** To be written once the progress is kept. */
  readonly checkpoints: readonly Observation[];
};

/** Works on a run until the time is over or the run is; at least on what is waiting, or on a page of the list. */
export async function verifySome(
  ports: VerifyPorts,
  which: Which,
  begun: Progress,
  until: Instant,
): Promise<Done> {
  const checkpoints: Observation[] = [];
  let progress = begun;
  do {
    const { place } = progress;
    if (place.waiting.length === 0) progress = { ...progress, place: await nextPlace(ports, progress) };
    progress = await workOff(ports, which, progress, until, (checkpoint) =>
      checkpoints.push(putCheckpoint(ports.secrets, checkpoint)),
    );
    const { isListed, waiting, met } = progress.place;
    if (isListed && waiting.length === 0 && (progress.scope === "FULL" || notComeTo(met).length === 0)) {
      return { progress: { ...progress, status: "FINISHED" }, checkpoints };
    }
  } while (ports.now() < until);
  return { progress, checkpoints };
}

/** The list's next page; behind its end the shards of accounts that transfers have named, and no list. */
async function nextPlace(ports: VerifyPorts, { place, scope, run }: Progress): Promise<Place> {
  if (place.isListed) return { ...place, waiting: notComeTo(place.met) };
  const { after } = place;
  const { partitions, next } =
    scope === "FULL"
      ? await ports.partitions(run.mode, after)
      : await listPartitions(ports.open(), run.mode, after);
  return { ...place, after: next, isListed: next === undefined, waiting: partitions };
}

const notComeTo = (met: readonly Met[]): readonly string[] =>
  met.flatMap(({ account, shards }) => partitionsOf(account).filter((_, i) => (shards & (1 << i)) === 0));

async function workOff(
  ports: VerifyPorts,
  which: Which,
  progress: Progress,
  until: Instant,
  sign: (checkpoint: Checkpoint) => void,
): Promise<Progress> {
  const { place, scope } = progress;
  let { run } = progress;
  const known = new Map(place.stopped.map((stopped) => [stopped.partition, stopped]));
  const met = new Map(place.met.map(({ account, shards }) => [account, shards]));
  const waiting = [...place.waiting];
  const stopped: Stopped[] = [];
  const readers = {
    inTurn: inTurns(PAGES_AT_ONCE),
    isTimeOver: () => ports.now() >= until,
    meet: (account: AccountId) => met.set(account, met.get(account) ?? 0),
  };
  const work = async (): Promise<void> => {
    let isFirst = true;
    for (; isFirst || !readers.isTimeOver(); isFirst = false) {
      const partition = waiting.shift();
      if (partition === undefined) return;
      const before = known.get(partition);
      const task = await taskOf(ports, which, progress, { partition, before });
      const verified = await verifyPartition({ ...ports, readers }, task, before);
      if (verified !== "EMPTY" && "stopped" in verified) {
        stopped.push(verified.stopped);
        continue;
      }
      comeTo(met, partition);
      if (verified === "EMPTY") continue;
      run = addChecked(run, verified.checked);
      // The history's run reads the day's checkpoints, and leaves none.
      if (which === "DAILY" && verified.checkpoint) sign(verified.checkpoint);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const listed = [...met].map(([account, shards]) => ({ account, shards }));
  return {
    ...progress,
    run,
    place: {
      ...place,
      waiting: [...stopped.map(({ partition }) => partition), ...waiting],
      stopped,
      met: scope === "SINCE" ? listed : [],
    },
  };
}

function comeTo(met: Map<AccountId, number>, partition: string): void {
  const account = accountOf(partition);
  if (!isShared(account)) return;
  met.set(account, (met.get(account) ?? 0) | (1 << partitionsOf(account).indexOf(partition)));
}

type Begun = { readonly partition: string; readonly before: Stopped | undefined };

/** The books are one moment's; the history is each partition's own, for it takes longer than a day. */
async function taskOf(
  { open, secrets, now, pace }: VerifyPorts,
  which: Which,
  { run, scope }: Progress,
  { partition, before }: Begun,
): Promise<Task> {
  const { mode } = run;
  const { settledMs, bookedMs } = pace;
  const asOf = which === "DAILY" ? run.asOf : (before?.asOf ?? plusMs(now(), -settledMs));
  const database: Pick<Database, "get"> = open();
  return {
    ...{ mode, partition, asOf, settledMs, isInFull: scope === "FULL" },
    checkpointAt: plusMs(asOf, -bookedMs),
    found: await findCheckpoint(database, secrets, { mode, partition }),
  };
}
