/**
 * Runs `task` once all that is ready to run has run, promises' continuations included, and before any new I/O is
 * looked at: the moment at which everything that one turn asks for has been asked.
 */
export function afterThisTurn(task: () => void): void {
  // A tick that is queued from within the microtasks waits until these are drained.
  queueMicrotask(() => process.nextTick(task));
}
