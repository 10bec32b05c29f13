import { useState } from "react";
import { keep, readKept } from "./kept.ts";
import { useSession } from "./session.ts";

/** The same value is the same wish, however often it is sent, and has the same idempotency key; another value is another. */
type Draft<T> = { readonly value: T; readonly key: string };

export type KeptDraft<T> = Draft<T> & {
  readonly write: (value: T) => void;
  /** It has arrived, or is not wanted any more. */
  readonly forget: () => void;
};

const newDraft = <T>(value: T): Draft<T> => ({ value, key: crypto.randomUUID() });

function keptDraft<T>(person: string, name: string, empty: T): Draft<T> {
  const kept = readKept(person, name);
  return kept === undefined ? newDraft(empty) : JSON.parse(kept);
}

/** A draft of this name. It stays until it has arrived, whatever becomes of the page and of the sign-in. */
export function useKeptDraft<T>(name: string, empty: T): KeptDraft<T> {
  const { person = "" } = useSession();
  const [held, setHeld] = useState(() => ({ name, draft: keptDraft(person, name, empty) }));
  let { draft } = held;
  if (held.name !== name) {
    // Something else is typed in the same place.
    draft = keptDraft(person, name, empty);
    setHeld({ name, draft });
  }
  function write(value: T): void {
    const next = newDraft(value);
    setHeld({ name, draft: next });
    keep(person, name, JSON.stringify(next));
  }
  function forget(): void {
    setHeld({ name, draft: newDraft(empty) });
    keep(person, name, undefined);
  }
  return { ...draft, write, forget };
}
