import type { ReactNode } from "react";
import type { Text } from "../shared/texts/text.ts";

/** A text in both languages beside each other: nobody chooses one on a hall's screen. */
export function Both({ text }: { readonly text: Text }): ReactNode {
  return (
    <>
      <span className="both">{text.zh}</span>{" "}
      <span className="both" lang="en">
        {text.en}
      </span>
    </>
  );
}
