import { useRef } from "react";
import { keep, readKept } from "../sign-in/kept.ts";
import { useSession } from "../sign-in/session.ts";

type IdempotencyKey = {
  /** The key of what is to be done, the same however often it is tried, also behind a reload. */
  readonly take: () => string;
  /** It is done: the next is another. */
  readonly forget: () => void;
};

/** A key for one thing that is to be done once, kept in this tab until it is known to be done. */
export function useIdempotencyKey(name: string): IdempotencyKey {
  const { person = "" } = useSession();
  const key = useRef<string>(undefined);
  return {
    take: () => {
      key.current ??= readKept(person, name) ?? crypto.randomUUID();
      keep(person, name, key.current);
      return key.current;
    },
    forget: () => {
      key.current = undefined;
      keep(person, name, undefined);
    },
  };
}
