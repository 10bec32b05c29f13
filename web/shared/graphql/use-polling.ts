import { useEffect, useState } from "react";
import type { Asked } from "./use-answer.ts";

/** So long after an answer the next is asked for. */
const EVERY_MS = 3_000;
/** A minute or so: nobody looks at a page that waits for longer, and one that is left open must not ask for ever. */
const TIMES_MAX = 20;

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
): Polling {
  const [times, setTimes] = useState(0);
  const hasEnded = times >= TIMES_MAX;
  const isWaiting = isUnderWay && !isAsking && !hasEnded;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => {
      setTimes((before) => before + 1);
      again();
    }, EVERY_MS);
    return () => clearTimeout(timer);
  }, [isWaiting, again]);
  return {
    hasEnded,
    beginAnew: () => {
      setTimes(0);
      again();
    },
  };
}
