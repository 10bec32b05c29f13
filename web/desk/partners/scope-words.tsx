import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";

type ScopeWordsProps = {
  readonly of: { readonly name: Text; readonly description: Text; readonly isPersonal: boolean } | undefined;
};

const PERSONAL: Text = { zh: "个人数据，需本人同意", en: "personal: needs the person's consent" };

/** A scope in words: its name, and what it opens. */
export function ScopeWords({ of }: ScopeWordsProps): ReactNode {
  const { say } = useTexts();
  if (!of) return null;
  return (
    <span className="stack-tight">
      <span>
        <span className="strong">{say(of.name)}</span>{" "}
        {of.isPersonal && <Tag tone="plain">{say(PERSONAL)}</Tag>}
      </span>
      <span className="soft small">{say(of.description)}</span>
    </span>
  );
}
