import { setTimeout as sleep } from "node:timers/promises";
import { WORK, type Work } from "../services/app/schedules.ts";
import { type Instant, plusMs } from "../services/kernel/runtime.ts";
import type { WorkPorts } from "../services/kernel/service-runtime.ts";

const EVERY_MS = 1_000;
/** A minute of a schedule is so long here. */
const MINUTE_MS = 1_000;
const SWEEP_MS_MAX = 2_000;

/** They would end, by today's date, cases that are being filed with the dates of months ago. */
const FOR_A_FILLED_CITY: readonly string[] = ["run-case-clocks"];

/**
 * Does what scheduled functions do, but sixty times as often: about every second it delivers events, every ten it does most of
 * the others. The clocks of cases wait until the demo city is `filled`. The answer ends all of it.
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
  const { now, log } = ports;
  let isFilled = false;
  filled.then(() => {
    isFilled = true;
  });
  const dueAt = new Map<Work, Instant>();
  while (!signal.aborted) {
    for (const work of WORK) {
      const { name, everyMinutes } = work.schedule;
      if (signal.aborted || now() < (dueAt.get(work) ?? now())) continue;
      if (!isFilled && FOR_A_FILLED_CITY.includes(name)) continue;
      const isFinished = await runOnce(work, ports).catch((error: unknown) => {
        log("WARN", "a sweep failed", { schedule: name, cause: String(error) });
        return true;
      });
      dueAt.set(work, plusMs(now(), isFinished ? everyMinutes * MINUTE_MS : 0));
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Whether nothing is left to be done now. */
async function runOnce({ sweeps, round }: Work, ports: WorkPorts): Promise<boolean> {
  const outcomes = round ? [await round(ports, plusMs(ports.now(), SWEEP_MS_MAX))] : [];
  for (const mode of ["live", "test"] as const) {
    for (const sweep of sweeps) outcomes.push(await sweep(ports, mode, plusMs(ports.now(), SWEEP_MS_MAX)));
  }
  return outcomes.every(({ finished }) => finished !== false);
}
