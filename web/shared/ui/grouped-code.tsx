import type { ReactNode } from "react";

const GROUP = /.{1,4}/g;

/** A code for people in groups of four, which can be read out and compared. */
export function GroupedCode({ code }: { readonly code: string }): ReactNode {
  return (
    <code className="code-groups">
      {(code.match(GROUP) ?? []).map((group, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and none moves.
        <span key={i}>{group}</span>
      ))}
    </code>
  );
}
