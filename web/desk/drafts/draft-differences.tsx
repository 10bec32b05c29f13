import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Table } from "../../shared/ui/table.tsx";
import { type Difference, differencesBetween } from "./differences.ts";
import { offeredAt, placeOf } from "./spec-controls.ts";
import type { Spec } from "./specs.ts";
import type { Values } from "./values.ts";

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
  readonly published: Values;
  readonly draft: Values;
  /** By which places and values are called as the editor calls them. */
  readonly specsOf: (values: Values) => readonly Spec[];
};

/** Each place at which a draft says something else than the version in force. */
export function DraftDifferences({ published, draft, specsOf }: DifferencesProps): ReactNode {
  const { say } = useTexts();
  const found = differencesBetween(published, draft);
  if (found.length === 0) return null;
  const listed = found.slice(0, LISTED_MAX);
  const specs = [...specsOf(draft), ...specsOf(published)];
  const shown = (path: readonly string[], value: string | undefined): string => {
    if (value === undefined) return say(TEXTS.nothing);
    const offered = offeredAt(specs, path, value);
    return offered ? say(offered) : value;
  };
  return (
    <section className="part">
      <Table<Difference>
        caption={say(TEXTS.title)}
        keyOf={({ place }) => place}
        rows={listed}
        columns={[
          {
            head: say(TEXTS.place),
            cell: ({ place, path }) => placeOf(specs, path, say) || place,
            kind: "wide",
          },
          { head: say(TEXTS.now), cell: ({ path, before }) => shown(path, before), kind: "wide" },
          { head: say(TEXTS.next), cell: ({ path, after }) => shown(path, after), kind: "wide" },
        ]}
      />
      {found.length > listed.length && <p className="soft">{say(more(found.length - listed.length))}</p>}
    </section>
  );
}
