import { readdirSync, readFileSync } from "node:fs";

/**
 * Measures how long an answer takes apart from the machine's load: the time on the clock, less the time for which this
 * process or the engine was ready to run and stood in the queue for a processor. So a busy machine slows no answer down,
 * while all that the platform itself causes counts: what it computes, what the engine computes, and what it waits for.
 * (The processor time alone would not show a wait; the time on the clock alone fails wherever others work, too.)
 * Where the system does not tell the queue's time, the clock's stands. Without an engine: of what asks for none.
 */
export function startAnswerTime(enginePid?: number): () => number {
  const [started, queued] = [performance.now(), queuedMs(enginePid)];
  return () => performance.now() - started - (queuedMs(enginePid) - queued);
}

const NS_IN_MS = 1e6;

/** Of the thread that answers, and of all threads of the engine. */
const queuedMs = (enginePid: number | undefined): number =>
  queuedBy("/proc/self/schedstat") +
  (enginePid ? threadsOf(enginePid) : []).reduce(
    (sum, thread) => sum + queuedBy(`/proc/${enginePid}/task/${thread}/schedstat`),
    0,
  );

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** The file's second number: nanoseconds spent waiting on a run queue. */
function queuedBy(file: string): number {
  try {
    return Number(readFileSync(file, "utf8").split(" ")[1] ?? 0) / NS_IN_MS;
  } catch {
    return 0;
  }
}
