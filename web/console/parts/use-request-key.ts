import { keep, readKept } from "../../shared/sign-in/kept.ts";
import { useSession } from "../../shared/sign-in/session.ts";

type Sent = { readonly key: string; readonly input: string };

type RequestKey = {
  /** The same for the same input, however often it is sent, also behind a reload; another input is another request. */
  readonly keyOf: (input: unknown) => string;
  /** It is done: the same input again is meant as another. */
  readonly forget: () => void;
};

/** The idempotency key of a form, kept in this tab until it is known how the request ended. */
export function useRequestKey(name: string): RequestKey {
  const { person = "" } = useSession();
  return {
    keyOf: (wish) => {
      const input = JSON.stringify(wish);
      const kept = readKept(person, name);
      const sent: Sent | undefined = kept === undefined ? undefined : JSON.parse(kept);
      const next = sent?.input === input ? sent : { key: crypto.randomUUID(), input };
      keep(person, name, JSON.stringify(next));
      return next.key;
    },
    forget: () => keep(person, name, undefined),
  };
}
