import { useState } from "react";
import { keep, readKept } from "./kept.ts";
import { useSession } from "./session.ts";

export type Kept<T> = {
  readonly value: T;
  readonly change: (next: T) => void;
  /** It has arrived, or is given up: the form is empty again. */
  readonly forget: () => void;
};

/** The content of a form that is typed in, which outlives the page and a sign-in that ended. */
export function useKept<T>(name: string, empty: () => T): Kept<T> {
  const { person = "" } = useSession();
  const [value, setValue] = useState<T>(() => {
    const text = readKept(person, name);
    return text === undefined ? empty() : JSON.parse(text);
  });
  function set(next: T, text: string | undefined): void {
    setValue(next);
    keep(person, name, text);
  }
  return {
    value,
    change: (next) => set(next, JSON.stringify(next)),
    forget: () => set(empty(), undefined),
  };
}
