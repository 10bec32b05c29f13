import { useEffect } from "react";

const SIGNS_OF_LIFE = ["pointerdown", "keydown"] as const;

/** So long after nobody has touched a machine the next visitor finds its beginning. */
const BACK_AFTER_MS = 60_000;

/** Goes back once nobody has touched the page for a minute. */
export function useBackToStart(isAway: boolean, back: () => void): void {
  useEffect(() => {
    if (!isAway) return undefined;
    let timer = setTimeout(back, BACK_AFTER_MS);
    const note = (): void => {
      clearTimeout(timer);
      timer = setTimeout(back, BACK_AFTER_MS);
    };
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, note);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, note);
    };
  }, [isAway, back]);
}
