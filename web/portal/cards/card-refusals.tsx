import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { MODES } from "../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { CardPager } from "./card-pager.tsx";

const FRAGMENT = graphql(`
  fragment CardRefusals on TransitCard {
    id
    refusedEntries(first: 5, after: $refused) {
      edges {
        cursor
        node {
          at
          mode
          station {
            name
          }
          gate
          operator {
            name
          }
          message
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "未能进站的记录", en: "Entries that were refused" },
  kept: {
    zh: "这些记录不产生费用，也不是欠款，保存 90 天。",
    en: "They cost nothing, and you owe nothing for them. Each is kept for 90 days.",
  },
  gate: { zh: "闸机", en: "gate" },
  reader: { zh: "刷卡机", en: "reader" },
  older: { zh: "更早的记录", en: "Older ones" },
  newest: { zh: "回到最新的记录", en: "Back to the newest ones" },
} satisfies Record<string, Text>;

type CardRefusalsProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  /** The cursor of the page that is shown, if it is not the first. */
  readonly after: string | undefined;
};

/** The entries with a card that were refused: where, when, why, and what to do. Nothing where there are none. */
export function CardRefusals({ of, after }: CardRefusalsProps): ReactNode {
  const { say, language } = useTexts();
  const { id: card, refusedEntries } = readFragment(FRAGMENT, of);
  const { edges = [], pageInfo } = refusedEntries ?? {};
  if (edges.length === 0 && !after) return null;
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <p className="soft">{say(TEXTS.kept)}</p>
      <ul className="rows">
        {edges.map(({ cursor, node: { at, mode, station, gate, operator, message } }) => (
          <li key={cursor} className="stack-tight">
            <span>
              {station?.name ?? say(MODES[mode])}
              {gate && ` · ${say(mode === "BUS" ? TEXTS.reader : TEXTS.gate)} ${gate}`}
              {operator && ` · ${operator.name}`}
            </span>
            <span className="soft small">{moment(at, language)}</span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      <CardPager {...{ card, pageInfo }} of="refused" isLater={after !== undefined} texts={TEXTS} />
    </section>
  );
}
