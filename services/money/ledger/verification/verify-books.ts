import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Key } from "../../../kernel/database/tables.ts";
import { HOUR_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import { addChecked, beginRun, type Run, type TrialBalance, totalsOf } from "./trial-balance.ts";
import {
  getProgress,
  getTrialBalance,
  type Partitions,
  type Progress,
  putProgress,
  putTrialBalance,
} from "./verification-store.ts";
import { verifyPartition } from "./verify-partition.ts";

export type VerifyPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => Database;
  readonly partitions: (mode: Mode, after?: Key) => Promise<Partitions>;
  readonly now: () => Instant;
  readonly pause: (ms: number) => Promise<void>;
  readonly pace: Pace;
};

export type Pace = {
  /** A run begins so long after the one before it has begun. */
  readonly everyMs: number;
  /** A transfer of so long ago shows wherever one looks. */
  readonly settledMs: number;
};

/**
 * Every day, less what an hourly call may come early. No function that books lives for a minute, and within another
 * the index shows what was booked.
 */
export const DAILY: Pace = { everyMs: 24 * HOUR_MS - HOUR_MS / 2, settledMs: 120_000 };

export type Verified = {
  /** Whether there is more to be done now; the next call goes on. */
  readonly finished: boolean;
  /** The last that was drawn up; undefined before the first run has ended. */
  readonly balance: TrialBalance | undefined;
};

/** The figures that an operator's alarms go by. */
type Stand = {
  readonly finished: boolean;
  /** How old the last trial balance is. */
  readonly ageSeconds?: number;
  /** Without its sign. */
  readonly imbalanceFen?: number;
  readonly differences?: number;
  readonly partitions?: number;
  readonly transfers?: number;
};

const AT_ONCE = 16;

/**
 * Verifies a mode's ledger at its pace, no matter who calls however often: goes on with a run that is under way, begins one
 * where it is time, and otherwise does nothing. Each partition is recomputed by itself, so a run needs no more memory
 * for a large ledger than for a small one, can stop after each page of accounts, and goes on there in another process.
 * Ends after `until` with the page that was begun, and does one at least.
 */
export async function verifyBooks(ports: VerifyPorts, mode: Mode, until: Instant): Promise<Verified> {
  const [known, last] = await Promise.all([
    getProgress(ports.open(), mode),
    getTrialBalance(ports.open(), mode),
  ]);
  let progress = toGoOnWith(known, mode, ports);
  if (!progress) return { finished: true, balance: last };
  do {
    const { partitions, next } = await ports.partitions(mode, progress.after);
    const run = await checkAll(ports, partitions, progress.run);
    if (!next) return { finished: true, balance: await drawUp(ports, run) };
    progress = { run, status: "RUNNING", after: next };
    await ports.open().observe(putProgress(progress));
  } while (ports.now() < until);
  return { finished: false, balance: last };
}

function toGoOnWith(
  known: Progress | undefined,
  mode: Mode,
  { now, pace }: Pick<VerifyPorts, "now" | "pace">,
): Progress | undefined {
  if (known?.status === "RUNNING") return known;
  const startedAt = now();
  if (known && startedAt < plusMs(known.run.startedAt, pace.everyMs)) return undefined;
  return { run: beginRun(mode, startedAt, plusMs(startedAt, -pace.settledMs)), status: "RUNNING" };
}

async function checkAll(ports: VerifyPorts, partitions: readonly string[], before: Run): Promise<Run> {
  const { mode, asOf } = before;
  let run = before;
  const rest = [...partitions];
  const work = async (): Promise<void> => {
    for (let partition = rest.pop(); partition; partition = rest.pop()) {
      const checked = await verifyPartition(ports, { mode, partition, asOf });
      run = addChecked(run, checked);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return run;
}

/** The balance first: a process that dies in between leaves a run whose last page is done again. */
async function drawUp(ports: VerifyPorts, run: Run): Promise<TrialBalance> {
  const balance: TrialBalance = { ...run, verifiedAt: ports.now() };
  await ports.open().observe(putTrialBalance(balance));
  await ports.open().observe(putProgress({ run, status: "FINISHED" }));
  return balance;
}

export function standOf({ finished, balance }: Verified, now: Instant): Stand {
  if (!balance) return { finished };
  const { startedAt, differenceCount, brokenCount, partitions, transfers } = balance;
  return {
    finished,
    ageSeconds: Math.max(0, Math.round((Date.parse(now) - Date.parse(startedAt)) / 1_000)),
    imbalanceFen: Math.abs(Number(totalsOf(balance).imbalance)),
    differences: differenceCount + brokenCount,
    partitions,
    transfers,
  };
}
