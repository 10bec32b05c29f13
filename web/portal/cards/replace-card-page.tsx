import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalCardToReplaceQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToCard } from "./back-to-card.tsx";
import { CardLine } from "./card-line.tsx";

const CARD = graphql(`
  query PortalCardToReplace($card: ID!) {
    node(id: $card) {
      ... on TransitCard {
        id
        availableActions
        ...CardLine
      }
    }
  }
`);

const REPLACE = graphql(`
  mutation PortalReplaceCard($key: ID!, $card: ID!) {
    replaceTransitCard(idempotencyKey: $key, id: $card) {
      __typename
      ... on TransitCard {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Node = NonNullable<PortalCardToReplaceQuery["node"]>;
type Card = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "挂失并换新卡", en: "Report it lost and get a new card" },
  cannot: { zh: "这张卡现在不能更换。", en: "This card cannot be replaced now." },
  moves: {
    zh: "新卡马上可用。余额（或欠费）、没结束的行程和本月累计都转到新卡。",
    en: "The new card is there at once. What is on the old one (or owed), rides that have not ended and this month's spending move to it.",
  },
  old: {
    zh: "旧卡作废，找到了也不能再用。只是暂时找不到的，先冻结就够了。",
    en: "The old card ends for good, also when you find it again. If you may find it, freezing it is enough.",
  },
  replace: { zh: "作废旧卡，换新卡", en: "End the old card and get a new one" },
  replacing: { zh: "正在换卡…", en: "Getting the new card…" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cards/$card/replace");

export function ReplaceCardPage(): ReactNode {
  const { say } = useTexts();
  const { card } = route.useParams();
  const asked = useOwnAnswer(CARD, { card });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node }, errors) => {
          const trouble = troubleAt(errors, ["node"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!isCard(node) || !node.availableActions.includes("replace"))
            return <p className="part">{say(TEXTS.cannot)}</p>;
          return <Replacement of={node} />;
        }}
      </Answered>
      <p>
        <BackToCard card={card} />
      </p>
    </Page>
  );
}

const isCard = (node: object | null): node is Card => node !== null && "availableActions" in node;

function Replacement({ of }: { readonly of: Card }): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const key = useIdempotencyKey(`replace-card:${of.id}`);
  const { send, isSending, failure } = useAct(REPLACE);
  const replace = async (): Promise<void> => {
    const ended = await send({ key: key.keyFor(of.id), card: of.id });
    if (ended?.kind !== "done") return;
    key.forget();
    await navigate({ to: "/cards/$card", params: { card: ended.result.id }, replace: true });
  };
  return (
    <section className="part">
      <FailureNotice failure={failure} again={replace} isSending={isSending} />
      <CardLine card={of} />
      <p>{say(TEXTS.moves)}</p>
      <p className="strong">{say(TEXTS.old)}</p>
      <button className="button" type="button" onClick={replace} aria-disabled={isSending}>
        {say(isSending ? TEXTS.replacing : TEXTS.replace)}
      </button>
    </section>
  );
}
