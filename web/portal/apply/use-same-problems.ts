import { useMemo } from "react";
import type { Problem } from "../../shared/ui/problem.ts";

/** The same problems as long as they say the same: a summary takes the focus whenever they are others. */
export function useSameProblems(problems: readonly Problem[]): readonly Problem[] {
  const text = JSON.stringify(problems);
  return useMemo(() => JSON.parse(text), [text]);
}
