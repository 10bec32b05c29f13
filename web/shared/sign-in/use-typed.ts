import { useState } from "react";
import { keep, readKept } from "./kept.ts";
import { useSession } from "./session.ts";

type Typed = {
  readonly text: string;
  readonly type: (text: string) => void;
  /** It has arrived. */
  readonly forget: () => void;
};

/** A text that is typed into a field, in place of the one before, kept in this tab until it has arrived. */
export function useTyped(name: string, before = ""): Typed {
  const { person = "" } = useSession();
  const [text, setText] = useState(() => readKept(person, name) ?? before);
  return {
    text,
    type: (next) => {
      setText(next);
      keep(person, name, next === "" ? undefined : next);
    },
    forget: () => keep(person, name, undefined),
  };
}
