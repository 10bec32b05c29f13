import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { type ComparedRow, compareRows, type Fares, fareRows } from "./fare-words.ts";

const TEXTS = {
  changed: { zh: "有变化", en: "Differs" },
  none: { zh: "没有", en: "None" },
  before: { zh: "之前：", en: "Before: " },
} satisfies Record<string, Text>;

type FarePartsProps = {
  readonly of: Fares;
  /** Those that they take the place of, where there are any. */
  readonly before: Fares | undefined;
};

/** Fares in words, and beside each part that differs how it was before. */
export function FareParts({ of, before }: FarePartsProps): ReactNode {
  const { language } = useTexts();
  const rows = compareRows(fareRows(of, language), before && fareRows(before, language));
  return <Facts of={rows.map((row) => [row.name, <Row key={row.name} of={row} />])} />;
}

function Row({ of: { lines, before } }: { readonly of: ComparedRow }): ReactNode {
  const { say } = useTexts();
  const none = [say(TEXTS.none)];
  if (!before) return <Lines of={lines} />;
  return (
    <>
      <Tag tone="act">{say(TEXTS.changed)}</Tag>
      <Lines of={lines.length === 0 ? none : lines} />
      <div className="soft small">
        {say(TEXTS.before)}
        <Lines of={before.length === 0 ? none : before} />
      </div>
    </>
  );
}

function Lines({ of }: { readonly of: readonly string[] }): ReactNode {
  return (
    <ul>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
