import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalCardsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { WardLinks } from "../ward-links.tsx";
import { CardLine, isOver } from "./card-line.tsx";

const CARDS = graphql(`
  query PortalCards {
    me {
      id
      transitCards {
        id
        status
        ...CardLine
      }
      wards: principals {
        ref
        name
        capacity
      }
    }
  }
`);

type Card = NonNullable<NonNullable<PortalCardsQuery["me"]>["transitCards"]>[number];

const TEXTS = {
  title: { zh: "我的交通卡", en: "Transit cards" },
  held: { zh: "在用的卡", en: "Cards that you have" },
  none: {
    zh: "您还没有交通卡。可以马上领一张电子卡，或绑定手里的实体卡。",
    en: "You have no transit card. Get one on your phone at once, or add one that you were given.",
  },
  ride: { zh: "乘车码", en: "Ride code" },
  over: { zh: "不再使用的卡", en: "Cards no longer in use" },
  another: { zh: "再添一张", en: "Another card" },
  get: { zh: "领一张电子卡", en: "Get a card on this phone" },
  entitlements: { zh: "免费乘车和优惠资格", en: "Free rides and lower fares" },
  fare: { zh: "查票价", en: "What a ride costs" },
  bind: { zh: "绑定手里的实体卡", en: "Add a card that you were given" },
} satisfies Record<string, Text>;

export function CardsPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(CARDS, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "transitCards"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!me) return null;
          return (
            <>
              <Cards cards={me.transitCards ?? []} />
              <WardLinks of={me.wards ?? []} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function Cards({ cards }: { readonly cards: readonly Card[] }): ReactNode {
  const { say } = useTexts();
  const held = cards.filter(({ status }) => !isOver(status));
  const over = cards.filter(({ status }) => isOver(status));
  return (
    <>
      <section className="part">
        <h2>{say(TEXTS.held)}</h2>
        {held.length === 0 && <p>{say(TEXTS.none)}</p>}
        <ul className="rows">
          {held.map((card) => (
            <li key={card.id} className="stack-tight">
              <Link className="link-row" to="/cards/$card" params={{ card: card.id }}>
                <CardLine card={card} />
              </Link>
              <Link className="link-target" to="/cards/$card/ride" params={{ card: card.id }}>
                {say(TEXTS.ride)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="part">
        <h2>{say(TEXTS.another)}</h2>
        <p className="row">
          <Link className="link-target" to="/cards/new">
            {say(TEXTS.get)}
          </Link>
          <Link className="link-target" to="/cards/bind">
            {say(TEXTS.bind)}
          </Link>
          <Link className="link-target" to="/cards/entitlements">
            {say(TEXTS.entitlements)}
          </Link>
          <Link className="link-target" to="/cards/fare">
            {say(TEXTS.fare)}
          </Link>
        </p>
      </section>
      {over.length > 0 && (
        <section className="part">
          <h2>{say(TEXTS.over)}</h2>
          <ul className="rows">
            {over.map((card) => (
              <li key={card.id}>
                <Link className="link-row" to="/cards/$card" params={{ card: card.id }}>
                  <CardLine card={card} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
