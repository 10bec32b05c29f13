import { writeSync } from "node:fs";
import { parentPort, Worker } from "node:worker_threads";
import type { FuzzOperation } from "./operation.ts";

/** On a machine however busy no answer takes so long; an operation that does has stopped the process. */
const STOPPED_AFTER_MS = 120_000;
const LOOK_MS = 1_000;

/**
 * Ends the process where an operation keeps it so busy that nothing else could: a loop without an end, a pattern that is
 * matched for ever. A thread beside it tells of the operation, which the process itself no longer can.
 */
export function startWatchdog() {
  const worker = new Worker(new URL(import.meta.url));
  worker.unref();
  return {
    begins: (seed: string, operation: FuzzOperation): void => worker.postMessage({ seed, operation }),
    ends: (): void => worker.postMessage(undefined),
    off: (): Promise<number> => worker.terminate(),
  };
}

if (parentPort) {
  let watched: { readonly since: number; readonly what: unknown } | undefined;
  parentPort.on("message", (what: unknown) => {
    watched = what === undefined ? undefined : { since: performance.now(), what };
  });
  setInterval(() => {
    if (!watched || performance.now() - watched.since < STOPPED_AFTER_MS) return;
    writeSync(2, `an operation has stopped the process: ${JSON.stringify(watched.what)}\n`);
    process.kill(process.pid, "SIGKILL");
  }, LOOK_MS);
}
