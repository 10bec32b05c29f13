import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import type { DeskFaresQuery } from "../../shared/generated/graphql.ts";
import { CARD_KINDS, MODES } from "../../shared/texts/card-texts.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Table } from "../../shared/ui/table.tsx";

type Rule = NonNullable<DeskFaresQuery["transitEntitlementRules"]>[number];

const TEXTS = {
  title: { zh: "今天有优待的人群", en: "Entitlements of today" },
  about: {
    zh: "由法律和地区规定确定，不随票价公布而变。",
    en: "By law and by the region's rules; fares that are published change nothing in them.",
  },
  people: { zh: "人群", en: "People" },
  card: { zh: "卡种", en: "Card" },
  free: { zh: "免费乘坐", en: "Free" },
  byShare: { zh: "按票价中该卡种的折扣", en: "By the share of the card's kind in the fares" },
  proof: { zh: "凭证", en: "Proof" },
  from: { zh: "起始日", en: "From" },
  source: { zh: "依据", en: "By" },
} satisfies Record<string, Text>;

/** The people who ride at another price than anybody else, today. */
export function Entitlements({ of }: { readonly of: readonly Rule[] }): ReactNode {
  const { say, language } = useTexts();
  if (of.length === 0) return null;
  return (
    <section className="part">
      <p className="soft">{say(TEXTS.about)}</p>
      <Table<Rule>
        caption={say(TEXTS.title)}
        keyOf={({ kind }) => kind}
        rows={of}
        columns={[
          { head: say(TEXTS.people), cell: ({ name }) => name },
          { head: say(TEXTS.card), cell: ({ kind }) => say(CARD_KINDS[kind]) },
          {
            head: say(TEXTS.free),
            cell: ({ free }) =>
              free.length === 0
                ? say(TEXTS.byShare)
                : free.map((mode) => say(MODES[mode])).join(say(BETWEEN)),
          },
          { head: say(TEXTS.proof), cell: ({ proof }) => proof, kind: "wide" },
          { head: say(TEXTS.from), cell: ({ effectiveFrom }) => day(effectiveFrom, language) },
          { head: say(TEXTS.source), cell: ({ source }) => source, kind: "wide" },
        ]}
      />
    </section>
  );
}
