import { type Kept, useKept } from "./use-kept.ts";

/** The same value is the same wish, however often it is sent, and has the same idempotency key; another value is another. */
type KeptDraft<T> = Kept<T> & { readonly key: string };

const draftOf = <T>(value: T) => ({ value, key: crypto.randomUUID() });

/** A thing that is typed to be sent once. It stays until it has arrived, whatever becomes of the page and of the sign-in. */
export function useKeptDraft<T>(name: string, empty: () => T): KeptDraft<T> {
  const { value: draft, change, forget } = useKept(name, () => draftOf(empty()));
  return { ...draft, change: (value) => change(draftOf(value)), forget };
}
