import { useState } from "react";
import { keep, readKeptValue } from "./kept.ts";
import { useSession } from "./session.ts";

export type Kept<T> = {
  readonly value: T;
  readonly change: (next: T) => void;
  /** It has arrived, or is given up: the form is empty again. */
  readonly forget: () => void;
};

type Holder = "tab" | "memory";

/** Another build of the pages may have kept something else under the same name. */
const isLike = <T>(start: T, kept: unknown): kept is T =>
  kept !== undefined && (start === null || typeof kept === typeof start);

/**
 * The content of a form that is typed in, which outlives the page and a sign-in that ended.
 *
 * @param holder In "memory" it goes with the page: for what is not the reader's own, such as a visitor's number at a window.
 */
export function useKept<T>(name: string, empty: () => T, holder: Holder = "tab"): Kept<T> {
  const { person = "" } = useSession();
  const startOf = (): T => {
    const start = empty();
    const kept = holder === "tab" ? readKeptValue(person, name) : undefined;
    return isLike(start, kept) ? kept : start;
  };
  const [held, setHeld] = useState(() => ({ name, value: startOf() }));
  let { value } = held;
  if (held.name !== name) {
    // Something else is typed in the same place.
    value = startOf();
    setHeld({ name, value });
  }
  function set(next: T, text: string | undefined): void {
    setHeld({ name, value: next });
    if (holder === "tab") keep(person, name, text);
  }
  return {
    value,
    change: (next) => set(next, JSON.stringify(next)),
    forget: () => set(empty(), undefined),
  };
}
