import { useEffect } from "react";
import type { Asked } from "../shared/graphql/use-answer.ts";

/** Asks anew so long after each answer, while somebody can see the page; what is under way is left alone. */
export function useWatch(
  { answer, isAsking, again }: Pick<Asked<unknown>, "answer" | "isAsking" | "again">,
  everyMs: number,
): void {
  const isThere = answer?.ok === true;
  useEffect(() => {
    if (!isThere || isAsking) return undefined;
    let timer = setTimeout(look, everyMs);
    function look(): void {
      if (document.visibilityState === "visible") again();
      else timer = setTimeout(look, everyMs);
    }
    return () => clearTimeout(timer);
  }, [isThere, isAsking, again, everyMs]);
}
