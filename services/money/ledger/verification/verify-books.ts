import type { Mode } from "../../../kernel/actor.ts";
import type { Observation } from "../../../kernel/database/database.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import { differenceOfSignature, PROGRESS } from "./difference.ts";
import type { VerifyPorts } from "./pace.ts";
import { FIRST_PLACE, type Progress, type Scope } from "./progress.ts";
import { getProgress, putProgress, type Which } from "./progress-store.ts";
import { addDifferences, beginRun, type TrialBalance, totalsOf } from "./trial-balance.ts";
import { inTurns } from "./turns.ts";
import { getTrialBalance, putTrialBalance } from "./verification-store.ts";
import { verifySome } from "./verify-some.ts";

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

const WRITES_AT_ONCE = 16;
/** So long at most is repeated of what a process did that was killed. */
const SAVED_EVERY_MS = 60_000;

/**
 * Verifies a mode's ledger at its pace, no matter who calls however often: goes on with a run that is under way, begins one
 * where it is time, and otherwise does nothing. Each partition is recomputed by itself, from its checkpoint on, so a run
 * needs no more time for a long history than for a short one, and no more memory for a large ledger than for a small
 * one. It can stop inside a partition, and goes on there in another process. The first one of all goes through the whole
 * history. Ends after `until` with the pages that were begun, and reads one at least.
 */
export async function verifyBooks(ports: VerifyPorts, mode: Mode, until: Instant): Promise<Verified> {
  const { secrets, now, pace } = ports;
  const [known, history, last] = await Promise.all([
    getProgress(ports.open(), secrets, mode, "DAILY"),
    getProgress(ports.open(), secrets, mode, "HISTORY"),
    getTrialBalance(ports.open(), mode),
  ]);
  const scope = history === undefined ? "FULL" : "SINCE";
  const begun = toGoOnWith(known, {
    mode,
    scope,
    now: now(),
    settledMs: pace.settledMs,
    everyMs: pace.everyMs,
  });
  if (!begun) return { finished: true, balance: last };
  let balance = last;
  const end = async (ended: Progress): Promise<void> => {
    balance = await drawUp(ports, ended);
  };
  const { status } = await goOn(ports, { which: "DAILY", end }, begun, until);
  return { finished: status === "FINISHED", balance };
}

/** A run through all of the history that is beside the daily ones: how far it is. */
type HistoryVerified = { readonly finished: boolean; readonly differences: number };

/**
 * Goes through the whole history of a ledger at its pace, from each partition's first transfer on, as `verifyBooks` does in
 * the time that it leaves: finds what was changed before the checkpoints. Writes none.
 */
export async function verifyHistory(
  ports: VerifyPorts,
  mode: Mode,
  until: Instant,
): Promise<HistoryVerified> {
  const { secrets, now, pace } = ports;
  const known = await getProgress(ports.open(), secrets, mode, "HISTORY");
  // The first run of all goes through the history by itself.
  if (!known) return { finished: true, differences: 0 };
  const everyMs = known !== "FORGED" && findingsIn(known) > 0 ? pace.everyMs : pace.historyEveryMs;
  const begun = toGoOnWith(known, { mode, scope: "FULL", now: now(), settledMs: pace.settledMs, everyMs });
  if (!begun) return { finished: true, differences: known === "FORGED" ? 1 : findingsIn(known) };
  const end = (ended: Progress): Promise<void> =>
    ports.open().observe(putProgress(secrets, "HISTORY", ended));
  const progress = await goOn(ports, { which: "HISTORY", end }, begun, until);
  return { finished: progress.status === "FINISHED", differences: findingsIn(progress) };
}

/** The findings of the run through the history, as far as it is, or of the last one. */
export async function findingsOfHistory(
  { open, secrets }: VerifyPorts,
  mode: Mode,
): Promise<HistoryVerified> {
  const known = await getProgress(open(), secrets, mode, "HISTORY");
  if (known === "FORGED") return { finished: false, differences: 1 };
  return { finished: known?.status !== "RUNNING", differences: known ? findingsIn(known) : 0 };
}

const findingsIn = ({ run }: Progress): number => run.differenceCount + run.brokenCount;

type Due = {
  readonly mode: Mode;
  readonly scope: Scope;
  readonly now: Instant;
  readonly settledMs: number;
  readonly everyMs: number;
};

/** The run that is under way, or a new one; undefined where it is not time for one. */
function toGoOnWith(
  known: Progress | "FORGED" | undefined,
  { mode, scope, now, settledMs, everyMs }: Due,
): Progress | undefined {
  const run = beginRun(mode, now, plusMs(now, -settledMs));
  const anew: Progress = { run, scope, status: "RUNNING", place: FIRST_PLACE };
  if (known === "FORGED") return { ...anew, run: addDifferences(run, [differenceOfSignature(PROGRESS)]) };
  if (known?.status === "RUNNING") return known;
  return known && now < plusMs(known.run.startedAt, everyMs) ? undefined : anew;
}

type Work = {
  readonly which: Which;
  /** Keeps what a run has found that is at its end. */
  readonly end: (progress: Progress) => Promise<void>;
};

/** Works on a run until the time is over or the run is, and keeps how far it is every minute. */
async function goOn(
  ports: VerifyPorts,
  { which, end }: Work,
  begun: Progress,
  until: Instant,
): Promise<Progress> {
  let progress = begun;
  do {
    const soon = plusMs(ports.now(), SAVED_EVERY_MS);
    const some = await verifySome(ports, which, progress, soon < until ? soon : until);
    progress = some.progress;
    if (progress.status === "FINISHED") await end(progress);
    else await ports.open().observe(putProgress(ports.secrets, which, progress));
    // Behind what was found: where a process dies in between, the same is found again.
    await writeAll(ports, some.checkpoints);
  } while (progress.status === "RUNNING" && ports.now() < until);
  return progress;
}

async function writeAll({ open }: VerifyPorts, writes: readonly Observation[]): Promise<void> {
  const inTurn = inTurns(WRITES_AT_ONCE);
  await Promise.all(writes.map((write) => inTurn(() => open().observe(write))));
}

/** The balance first: a process that dies in between leaves a run whose last minute is done again. */
async function drawUp(ports: VerifyPorts, progress: Progress): Promise<TrialBalance> {
  const { secrets, now, open } = ports;
  const balance: TrialBalance = { ...progress.run, verifiedAt: now() };
  await open().observe(putTrialBalance(balance));
  if (progress.scope === "FULL") await open().observe(putProgress(secrets, "HISTORY", progress));
  await open().observe(putProgress(secrets, "DAILY", progress));
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
