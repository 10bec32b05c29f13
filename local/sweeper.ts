import { setTimeout as sleep } from "node:timers/promises";
import { turnsOf, WORK, type Work } from "../services/app/schedules.ts";
import { describeFault } from "../services/kernel/fault.ts";
import { runInTurn, type Told } from "../services/kernel/process/in-turn.ts";
import { type Instant, plusMs } from "../services/kernel/runtime.ts";
import type { WorkPorts } from "../services/kernel/service-runtime.ts";

const EVERY_MS = 1_000;
/** A minute of a schedule is so long here. */
const MINUTE_MS = 1_000;
/** All sweeps of a schedule together. */
const WORK_MS_MAX = 2_000;

/**
 * Does what scheduled functions do, but sixty times as often: about every second it delivers events, every ten it does most of
 * the others. Those that say so wait until the demo city is `filled`. The answer ends all of it.
 */
export function startSweeper(ports: WorkPorts, filled: Promise<void>): () => Promise<void> {
  const ending = new AbortController();
  const ended = sweepUntil(ending.signal, ports, filled);
  return () => {
    ending.abort();
    return ended;
  };
}

async function sweepUntil(signal: AbortSignal, ports: WorkPorts, filled: Promise<void>): Promise<void> {
  const { now } = ports;
  let isFilled = false;
  filled.then(() => {
    isFilled = true;
  });
  const dueAt = new Map<Work, Instant>();
  while (!signal.aborted) {
    for (const work of WORK) {
      const { everyMinutes, waitsForDemo } = work.schedule;
      if (signal.aborted || now() < (dueAt.get(work) ?? now())) continue;
      if (!isFilled && waitsForDemo) continue;
      const isFinished = await runWork(work, ports);
      dueAt.set(work, plusMs(now(), isFinished ? everyMinutes * MINUTE_MS : 0));
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** True if the time sufficed; what has failed has its next turn then, as it has in the functions. */
function runWork(work: Work, ports: WorkPorts): Promise<boolean> {
  const { now, log } = ports;
  const tell = ({ of, failed }: Told): void => {
    for (const fault of failed.flat()) {
      log("WARN", "a sweep failed", { schedule: work.schedule.name, ...of, cause: describeFault(fault) });
    }
  };
  return runInTurn(turnsOf(work, ports), { now, until: plusMs(now(), WORK_MS_MAX), tell });
}
