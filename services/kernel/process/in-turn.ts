import type { Mode } from "../actor.ts";
import { type Instant, plusMs } from "../runtime.ts";

/** How a run ended: what is logged of it, and what it could not do. */
export type Outcome = Readonly<Record<string, unknown>> & {
  /** False where the time was over before all was looked at; it is called again if others leave some. */
  readonly finished: boolean;
  readonly faults?: readonly unknown[];
};

type Run = (until: Instant) => Promise<Outcome>;

/** Runs whose outcomes are told together. */
export type Turn = { readonly of: { readonly mode?: Mode }; readonly runs: readonly Run[] };

/** The outcomes of a turn. */
export type Told = {
  readonly of: Turn["of"];
  /** Of all its runs, and whether each came to its end. */
  readonly counts: Readonly<Record<string, unknown>>;
  /** The faults of each run that had some, so that many of one hide none of another's. */
  readonly failed: readonly (readonly unknown[])[];
};

type Telling = {
  readonly now: () => Instant;
  readonly until: Instant;
  /** As soon as a turn is over, for the process may not live to the end of all. */
  readonly tell: (told: Told) => void;
};

/**
 * Does all runs within a time that each has its share of: what one leaves goes on to those behind it, and in the end to
 * those that had too little. So none keeps another from its work, and no time is left over while something is to be
 * done. A run that fails keeps no other from its turn; it is not called again. True if all came to their end in time.
 */
export async function runInTurn(turns: readonly Turn[], telling: Telling): Promise<boolean> {
  let left = turns;
  // Each time round one of them ends at least, or the time does.
  for (const _ of turns.flatMap(({ runs }) => runs)) {
    left = await runEach(left, telling);
    if (left.length === 0 || telling.now() >= telling.until) break;
  }
  return left.length === 0;
}

/** The turns that had too little time. */
async function runEach(turns: readonly Turn[], { now, until, tell }: Telling): Promise<readonly Turn[]> {
  let waiting = turns.reduce((sum, { runs }) => sum + runs.length, 0);
  const left: Turn[] = [];
  for (const { of, runs } of turns) {
    const counts: Record<string, unknown> = { finished: true };
    const failed: (readonly unknown[])[] = [];
    const again: Run[] = [];
    for (const run of runs) {
      const ran = await outcomeOf(run, shareOf(now(), until, waiting));
      waiting -= 1;
      Object.assign(counts, ran.counts, { finished: counts["finished"] === true && ran.isDone });
      if (ran.faults.length > 0) failed.push(ran.faults);
      if (ran.isOutOfTime) again.push(run);
    }
    tell({ of, counts, failed });
    if (again.length > 0) left.push({ of, runs: again });
  }
  return left;
}

async function outcomeOf(run: Run, until: Instant) {
  try {
    const { finished, faults = [], ...counts } = await run(until);
    return { isDone: finished, isOutOfTime: !finished, faults, counts };
  } catch (fault) {
    return { isDone: false, isOutOfTime: false, faults: [fault], counts: {} };
  }
}

/** Until when the next of so many may work. */
const shareOf = (now: Instant, until: Instant, waiting: number): Instant =>
  plusMs(now, Math.floor((Date.parse(until) - Date.parse(now)) / waiting));
