import { useEffect, useState } from "react";
import type { Asked } from "./use-answer.ts";

/** So long after an answer the next is asked for, and so many times: a page that is left open must not ask for ever. */
type Pace = { readonly everyMs: number; readonly timesMax: number };

/** For something that ends in seconds: nobody looks at a page that waits for longer. */
export const FOR_A_MINUTE: Pace = { everyMs: 3_000, timesMax: 20 };
/** For somebody who waits in a hall. */
export const FOR_AN_HOUR: Pace = { everyMs: 10_000, timesMax: 360 };

export type Polling = {
  /** It has asked as often as it does by itself. */
  readonly hasEnded: boolean;
  /** Asks at once, and then again by itself. */
  readonly beginAnew: () => void;
};

/** Asks again and again while something is under way, to an end. */
export function usePolling(
  isUnderWay: boolean,
  { isAsking, again }: Pick<Asked<unknown>, "isAsking" | "again">,
  { everyMs, timesMax }: Pace,
): Polling {
  const [times, setTimes] = useState(0);
  const hasEnded = times >= timesMax;
  const isWaiting = isUnderWay && !isAsking && !hasEnded;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => {
      setTimes((before) => before + 1);
      again();
    }, everyMs);
    return () => clearTimeout(timer);
  }, [isWaiting, again, everyMs]);
  return {
    hasEnded,
    beginAnew: () => {
      setTimes(0);
      again();
    },
  };
}
