import type { FuzzOperation } from "./operation.ts";
import { type Failure, openRound } from "./round.ts";
import { hearUncaught } from "./uncaught.ts";
import { startWatchdog } from "./watchdog.ts";
import { foundFuzzWorld } from "./world.ts";

/**
 * So many operations share a world. Then another is founded: what grows with every operation stays small, and a failure
 * can be reached again from the beginning of its round.
 */
export const ROUND = 3_000;

export type FuzzRun = {
  readonly seed: string;
  /** The number of the first operation. */
  readonly offset: number;
  readonly operations: number;
  /** Hears after each operation; false ends the run. */
  readonly onDone?: (index: number, failure: Failure | undefined) => boolean;
};

type Round = ReturnType<typeof openRound>;

/** Plays something in a world of its own, with everything that looks on. */
async function inWorld<T>(seed: string, play: (round: Round) => Promise<T>): Promise<T> {
  const world = await foundFuzzWorld(seed);
  const watch = { ear: hearUncaught(), watchdog: startWatchdog() };
  try {
    return await play(openRound(world, seed, watch));
  } finally {
    watch.ear.off();
    await watch.watchdog.off();
    await world.platform.stop();
  }
}

/** Runs operations in rounds, and answers with those that broke a promise. */
export async function fuzz({
  seed,
  offset,
  operations,
  onDone = () => true,
}: FuzzRun): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  const end = offset + operations;
  let index = offset;
  const playOn = async (round: Round): Promise<boolean> => {
    const roundEnd = Math.min(end, (Math.floor(index / ROUND) + 1) * ROUND);
    for (; index < roundEnd; index += 1) {
      const failure = await round.run(index);
      if (failure) failures.push(failure);
      if (!onDone(index, failure)) return false;
    }
    return true;
  };
  while (index < end && (await inWorld(seed, playOn)));
  return failures;
}

/** Sends an operation alone, as it was printed. */
export const replay = (seed: string, operation: FuzzOperation): Promise<Failure | undefined> =>
  inWorld(seed, (round) => round.replay(operation));

/** A failure with all that it takes to see it again. */
export function tellFailure({ seed, operation, findings }: Failure): string {
  const begin = Math.floor(operation.index / ROUND) * ROUND;
  return [
    `operation ${operation.index} of seed ${seed}, by ${operation.caller}:`,
    ...findings.map(({ promise, what }) => `  NOT KEPT: ${promise}\n    ${what.replaceAll("\n", "\n    ")}`),
    operation.query.replace(/^/gm, "    "),
    `    ${JSON.stringify(operation.variables)}`,
    `  alone: npm run fuzz -- --seed ${seed} --replay '${JSON.stringify(operation).replaceAll("'", "'\\''")}'`,
    `  with all that led to it: npm run fuzz -- --seed ${seed} --offset ${begin} --operations ${operation.index - begin + 1}`,
  ].join("\n");
}
