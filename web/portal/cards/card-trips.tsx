import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { CardPager } from "./card-pager.tsx";
import { TripLine } from "./trip-line.tsx";

const FRAGMENT = graphql(`
  fragment CardTrips on TransitCard {
    id
    trips(first: 10, after: $after) {
      edges {
        node {
          id
          ...TripLine
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
  title: { zh: "乘车记录", en: "Trips" },
  none: { zh: "还没有乘车记录。", en: "There are no trips yet." },
  older: { zh: "更早的记录", en: "Older trips" },
  newest: { zh: "回到最新", en: "Back to the newest" },
} satisfies Record<string, Text>;

type CardTripsProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  /** The cursor of the page that is shown, if it is not the first. */
  readonly after: string | undefined;
};

export function CardTrips({ of, after }: CardTripsProps): ReactNode {
  const { say } = useTexts();
  const { id: card, trips } = readFragment(FRAGMENT, of);
  const { edges = [], pageInfo } = trips ?? {};
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {edges.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <Link className="link-row" to="/cards/trips/$trip" params={{ trip: node.id }}>
              <TripLine trip={node} />
            </Link>
          </li>
        ))}
      </ul>
      <CardPager {...{ card, pageInfo }} of="after" isLater={after !== undefined} texts={TEXTS} />
    </section>
  );
}
