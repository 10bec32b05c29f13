import { useEffect, useReducer } from "react";

const SECOND_MS = 1_000;

/** The whole seconds until then by the clock of this device, counted down; 0 once it is over, and without an end. */
export function useCountdown(until: number | undefined): number {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (until === undefined) return undefined;
    const timer = setInterval(drawAgain, SECOND_MS);
    return () => clearInterval(timer);
  }, [until]);
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - Date.now()) / SECOND_MS));
}
