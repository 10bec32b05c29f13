import { writeSync } from "node:fs";
import { Worker, workerData } from "node:worker_threads";
import type { FuzzOperation } from "./operation.ts";

/** On a machine however busy no answer takes so long; an operation that does has stopped the process. */
const STOPPED_AFTER_MS = 120_000;
const LOOK_MS = 1_000;
/** More of an operation is not told. */
const TEXT_BYTES_MAX = 262_144;

/** The operation that is under way, in memory that both threads see: a message would wake the other one each time. */
type Watched = {
  /** How many have begun or ended, which is odd while one is under way; and the length of its text. */
  readonly counts: Int32Array<SharedArrayBuffer>;
  readonly text: Uint8Array<SharedArrayBuffer>;
};
const [TURNS, LENGTH] = [0, 1];

/**
 * Ends the process where an operation keeps it so busy that nothing else could: a loop without an end, a pattern that is
 * matched for ever. A thread beside it tells of the operation, which the process itself no longer can.
 */
export function startWatchdog() {
  const watched: Watched = {
    counts: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)),
    text: new Uint8Array(new SharedArrayBuffer(TEXT_BYTES_MAX)),
  };
  const { counts, text } = watched;
  const worker = new Worker(new URL(import.meta.url), { workerData: { watched } });
  worker.unref();
  const encoder = new TextEncoder();
  return {
    begins: (seed: string, operation: FuzzOperation): void => {
      counts[LENGTH] = encoder.encodeInto(JSON.stringify({ seed, operation }), text).written;
      Atomics.add(counts, TURNS, 1);
    },
    ends: (): void => {
      Atomics.add(counts, TURNS, 1);
    },
    off: (): Promise<number> => worker.terminate(),
  };
}

function watch({ counts, text }: Watched): void {
  let [turn, since] = [0, performance.now()];
  setInterval(() => {
    const now = Atomics.load(counts, TURNS);
    if (now !== turn) [turn, since] = [now, performance.now()];
    if (turn % 2 === 0 || performance.now() - since < STOPPED_AFTER_MS) return;
    const what = Buffer.from(text.slice(0, counts[LENGTH])).toString();
    writeSync(2, `an operation has stopped the process: ${what}\n`);
    process.kill(process.pid, "SIGKILL");
  }, LOOK_MS);
}

const given: { readonly watched?: Watched } | null = workerData;
if (given?.watched) watch(given.watched);
