import { HOUR_MS, plusMs } from "../../../kernel/runtime.ts";
import type { Pass } from "./pass.ts";

/** Longer than any service runs without a break: later exits belong to other rides. */
export const RIDE_MAX_MS = 18 * HOUR_MS;

/** The ends of a ride through gates. */
export type Pair = { readonly entry?: Pass | undefined; readonly exit?: Pass | undefined };

/** The passes as rides, in the order of time: an exit belongs to the entry right before it. */
export function pairsOf(passes: readonly Pass[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let open: Pass | undefined;
  for (const pass of passes) {
    const isEnd = pass.kind === "EXIT" && open && pass.at <= plusMs(open.at, RIDE_MAX_MS);
    if (open) pairs.push(isEnd ? { entry: open, exit: pass } : { entry: open });
    if (pass.kind === "EXIT" && !isEnd) pairs.push({ exit: pass });
    open = pass.kind === "ENTRY" ? pass : undefined;
  }
  return open ? [...pairs, { entry: open }] : pairs;
}
