import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalCardToTopUpQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { PayForm } from "../payments/pay-form.tsx";
import { PaymentOutcome } from "../payments/payment-outcome.tsx";
import { AMOUNT_FIELD, AmountChoice, useAmount } from "./amount-choice.tsx";
import { BackToCard } from "./back-to-card.tsx";
import { CardLine, isOver } from "./card-line.tsx";
import { useTopUp } from "./use-top-up.ts";

const CARD = graphql(`
  query PortalCardToTopUp($card: ID!) {
    node(id: $card) {
      ... on TransitCard {
        id
        number
        status
        ...CardLine
      }
    }
    paymentChannels {
      ...OfferedChannelParts
    }
  }
`);

type Node = NonNullable<PortalCardToTopUpQuery["node"]>;
type Card = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "交通卡充值", en: "Top up your card" },
  unknown: {
    zh: "没有这张卡，或者它不能再充值。",
    en: "There is no such card of yours, or it cannot be topped up any more.",
  },
  card: { zh: "给这张卡充值", en: "The card that you top up" },
  amount: { zh: "充值金额", en: "Amount" },
  pay: { zh: "确认充值", en: "Pay now" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cards/$card/top-up");

export function TopUpPage(): ReactNode {
  const { say } = useTexts();
  const { card } = route.useParams();
  const asked = useOwnAnswer(CARD, { card });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node, paymentChannels }, errors) => {
          const trouble = troubleAt(errors, ["paymentChannels"]) ?? troubleAt(errors, ["node"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!isCard(node) || isOver(node.status)) return <p className="part">{say(TEXTS.unknown)}</p>;
          return <TopUp card={node} channels={paymentChannels ?? []} />;
        }}
      </Answered>
      <p>
        <BackToCard card={card} />
      </p>
    </Page>
  );
}

const isCard = (node: object | null): node is Card => node !== null && "number" in node;

type TopUpProps = {
  readonly card: Card;
  readonly channels: NonNullable<PortalCardToTopUpQuery["paymentChannels"]>;
};

function TopUp({ card, channels }: TopUpProps): ReactNode {
  const { say } = useTexts();
  const payment = useTopUp(card.id);
  const { outcome, begun, isSending } = payment;
  const isSent = outcome?.kind === "payment" || (begun !== undefined && !isSending);
  const amount = useAmount(card.id, isSent);
  const told = useMemo(() => {
    const isOfAmount = outcome?.kind === "refused" && outcome.path?.at(-1) === "amount";
    return isOfAmount ? { field: AMOUNT_FIELD, text: outcome.message } : undefined;
  }, [outcome]);
  if (outcome && outcome.kind !== "trouble" && !told) return <PaymentOutcome of={payment} />;
  return (
    <>
      {!told && <PaymentOutcome of={payment} />}
      <section className="part">
        <h2>{say(TEXTS.card)}</h2>
        <CardLine card={card} />
        {begun && <Facts of={[[say(TEXTS.amount), <Money key="amount" amount={begun.wish.amount} />]]} />}
        <PayForm
          {...{ payment, channels, told, label: say(TEXTS.pay) }}
          wish={() => amount.wish(card.number)}
        >
          {(problemOf) => <AmountChoice of={amount} problem={problemOf(AMOUNT_FIELD)} />}
        </PayForm>
      </section>
    </>
  );
}
