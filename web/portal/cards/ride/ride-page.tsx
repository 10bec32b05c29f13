import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { graphql } from "../../../shared/generated/gql.ts";
import type { PortalRideCardQuery } from "../../../shared/generated/graphql.ts";
import type { Answer } from "../../../shared/graphql/send.ts";
import { type Trouble, troubleAt } from "../../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../../shared/graphql/use-answer.ts";
import { useSession } from "../../../shared/sign-in/session.ts";
import { CARD_KINDS, CARD_STATUSES, ending } from "../../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../../shared/texts/text.ts";
import { Facts } from "../../../shared/ui/facts.tsx";
import { FailureNotice } from "../../../shared/ui/failure-notice.tsx";
import { Money } from "../../../shared/ui/money.tsx";
import { Notice } from "../../../shared/ui/notice.tsx";
import { Page } from "../../../shared/ui/page.tsx";
import { Told } from "../../../shared/ui/told.tsx";
import { TroubleNotice } from "../../../shared/ui/trouble-notice.tsx";
import { Waiting } from "../../../shared/ui/waiting.tsx";
import { useOnceFor } from "../../../shared/use-once-for.ts";
import { BackToCard } from "../back-to-card.tsx";
import { GetCode } from "./get-code.tsx";
import { ShownCode } from "./shown-code.tsx";
import { isToBeRenewed, useRide } from "./use-ride.ts";

const CARD = graphql(`
  query PortalRideCard($card: ID!) {
    node(id: $card) {
      ... on TransitCard {
        id
        number
        kind
        status
        balance
        cannotEnter {
          message
        }
      }
    }
  }
`);

type Node = NonNullable<PortalRideCardQuery["node"]>;
type RideCard = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "乘车码", en: "Ride code" },
  unknown: { zh: "没有这张卡，或者它不属于您。", en: "There is no such card, or it is not yours." },
  refused: { zh: "闸机不放行这张卡", en: "Gates refuse this card" },
  frozen: {
    zh: "卡已冻结。找到了卡，先到卡片页解除冻结，再出示乘车码。",
    en: "It is frozen. Have you found it? Use it again on the card's page, then come back for the code.",
  },
  over: {
    zh: "这张卡已经不再使用，请用另一张卡。",
    en: "It is no longer in use. Ride with another of your cards.",
  },
  notNow: { zh: "这张卡现在不能进站", en: "Gates do not let this card in now" },
  topUp: { zh: "充值", en: "Top up" },
  removed: { zh: "乘车码已从这台设备移除。", en: "The code is removed from this device." },
  card: { zh: "交通卡", en: "Card" },
  balance: { zh: "余额", en: "Balance" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cards/$card/ride");

/** Shows a card's ride code. All of it that is drawn from this device works without a network, and without a sign-in. */
export function RidePage(): ReactNode {
  const { say } = useTexts();
  const { card: id } = route.useParams();
  const { status } = useSession();
  const asked = useOwnAnswer(CARD, { card: id });
  const ride = useRide(id);
  const { code, ask, failure, isAsking } = ride;
  const [isRemoved, setRemoved] = useState(false);
  const remove = (): Promise<void> => {
    setRemoved(true);
    return ride.forget();
  };
  const node = asked.answer?.ok ? asked.answer.data.node : undefined;
  const card = isCard(node) ? node : undefined;
  const renewed = card?.status === "ACTIVE" && isToBeRenewed(code) ? card.number : undefined;
  useOnceFor(renewed, (number) => void ask(number));
  const isUnknown = node !== undefined && !card;
  const isRefused = card !== undefined && card.status !== "ACTIVE";
  const trouble = status === "signed-in" ? troubleOfCard(asked.answer) : undefined;
  const isWaiting = code.kind === "reading" || (code.kind === "none" && asked.answer === undefined);
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      {card && <Warning of={card} />}
      {isWaiting && <Waiting />}
      {isRemoved && code.kind === "none" && <Told title={say(TEXTS.removed)} />}
      {code.kind === "code" && !isRefused && <ShownCode code={code} forget={remove} />}
      {code.kind !== "code" && trouble && (
        <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />
      )}
      {code.kind !== "code" && isUnknown && !trouble && <p className="part">{say(TEXTS.unknown)}</p>}
      {code.kind !== "code" && (
        <FailureNotice failure={failure} again={() => card && ask(card.number)} isSending={isAsking} />
      )}
      {!isWaiting && code.kind !== "code" && !isUnknown && !isRefused && !trouble && (
        <GetCode ride={ride} number={card?.number} />
      )}
      {card && !isRefused && <Standing of={card} />}
      <p>
        <BackToCard card={id} />
      </p>
    </Page>
  );
}

const troubleOfCard = (answer: Answer<PortalRideCardQuery> | undefined): Trouble | undefined =>
  answer?.ok ? troubleAt(answer.errors, ["node"]) : answer?.trouble;

const isCard = (node: object | null | undefined): node is RideCard => !!node && "balance" in node;

/** An obstacle to a ride, as the platform says of the card, where it was heard. */
function Warning({ of: { id, status, cannotEnter } }: { readonly of: RideCard }): ReactNode {
  const { say } = useTexts();
  if (status !== "ACTIVE") {
    return (
      <Notice tone="bad" title={`${say(TEXTS.refused)} (${say(CARD_STATUSES[status])})`}>
        <p>{say(status === "FROZEN" ? TEXTS.frozen : TEXTS.over)}</p>
      </Notice>
    );
  }
  if (!cannotEnter) return null;
  return (
    <Notice tone="act" title={say(TEXTS.notNow)}>
      <p>{cannotEnter.message}</p>
      <Link className="button" to="/cards/$card/top-up" params={{ card: id }}>
        {say(TEXTS.topUp)}
      </Link>
    </Notice>
  );
}

/** Below the code, which stays where it is when this comes. */
function Standing({ of: { number, kind, balance } }: { readonly of: RideCard }): ReactNode {
  const { say } = useTexts();
  return (
    <Facts
      of={[
        [say(TEXTS.card), `${say(CARD_KINDS[kind])} ${say(ending(number))}`],
        [say(TEXTS.balance), <Money key="balance" amount={balance} />],
      ]}
    />
  );
}
