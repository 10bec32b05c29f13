import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Table } from "../../shared/ui/table.tsx";
import { type Difference, differencesBetween } from "./differences.ts";

const TEXTS = {
  title: { zh: "草稿与现行版本的差别", en: "The draft beside the version in force" },
  place: { zh: "位置", en: "Where" },
  now: { zh: "现行版本", en: "In force" },
  next: { zh: "草稿", en: "Draft" },
  nothing: { zh: "无", en: "nothing" },
} satisfies Record<string, Text>;
const more = (count: number): Text => ({ zh: `另有 ${count} 处。`, en: `and ${count} more.` });

/** So many are listed: who changes more reads the whole. */
const LISTED_MAX = 60;

type DifferencesProps = {
  /** As the version in force says it. */
  readonly published: object;
  readonly draft: object;
};

/** Each place at which a draft says something else than the version in force. */
export function DraftDifferences({ published, draft }: DifferencesProps): ReactNode {
  const { say } = useTexts();
  const found = differencesBetween(published, draft);
  if (found.length === 0) return null;
  const listed = found.slice(0, LISTED_MAX);
  return (
    <section className="part">
      <Table<Difference>
        caption={say(TEXTS.title)}
        keyOf={({ place }) => place}
        rows={listed}
        columns={[
          { head: say(TEXTS.place), cell: ({ place }) => place, kind: "wide" },
          { head: say(TEXTS.now), cell: ({ before }) => before ?? say(TEXTS.nothing), kind: "wide" },
          { head: say(TEXTS.next), cell: ({ after }) => after ?? say(TEXTS.nothing), kind: "wide" },
        ]}
      />
      {found.length > listed.length && <p className="soft">{say(more(found.length - listed.length))}</p>}
    </section>
  );
}
