import { useEffect } from "react";

/** Does something once for a fact, and again for another one: not at each drawing, and not while there is none. */
export function useOnceFor<Fact>(fact: Fact | false | undefined, act: (fact: Fact) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the act is another function at each drawing; the fact alone counts.
  useEffect(() => {
    if (fact !== false && fact !== undefined) act(fact);
  }, [fact]);
}
