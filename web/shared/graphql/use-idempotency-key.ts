import { useRef } from "react";
import { keep, readKept } from "../sign-in/kept.ts";
import { useSession } from "../sign-in/session.ts";

type Sent = { readonly wish: string; readonly key: string };

type IdempotencyKey = {
  /** The same for the same wish, however often it is sent; another wish is another. */
  readonly keyFor: (wish: unknown) => string;
  /** It is known how it ended: the same wish again is meant as another. */
  readonly forget: () => void;
};

/**
 * The idempotency key of what is sent from a page. Under a name it is kept in this tab with what it was made of, behind a
 * reload too; without one both stay in the page's memory alone.
 */
export function useIdempotencyKey(name?: string): IdempotencyKey {
  const { person = "" } = useSession();
  const last = useRef<Sent>(undefined);
  function note(sent: Sent | undefined): void {
    last.current = sent;
    if (name !== undefined) keep(person, name, sent && JSON.stringify(sent));
  }
  return {
    keyFor: (of) => {
      const wish = JSON.stringify(of);
      const kept = name === undefined ? undefined : readKept(person, name);
      const before: Sent | undefined = kept === undefined ? last.current : JSON.parse(kept);
      const sent = before?.wish === wish ? before : { wish, key: crypto.randomUUID() };
      note(sent);
      return sent.key;
    },
    forget: () => note(undefined),
  };
}
