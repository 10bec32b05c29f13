import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { isNothing } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalCardQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { CARD_KINDS, CARD_STATUSES, ending } from "../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToCards } from "./back-to-card.tsx";
import { CardActions } from "./card-actions.tsx";
import { isOver } from "./card-line.tsx";
import { CardPayouts } from "./card-payouts.tsx";
import { CardRefusals } from "./card-refusals.tsx";
import { CardTrips } from "./card-trips.tsx";
import { CardWithholding } from "./card-withholding.tsx";

const CARD = graphql(`
  query PortalCard($card: ID!, $after: String, $refused: String) {
    node(id: $card) {
      ... on TransitCard {
        id
        number
        kind
        status
        issuedAt
        balance
        held
        incoming
        cannotEnter {
          message
          minimum
          arrears
        }
        notHoldersFrom
        monthSpend
        entitledUntil
        replacedBy
        ward {
          name
        }
        ...CardActions
        ...CardPayouts
        ...CardRefusals
        ...CardTrips
        ...CardWithholding
      }
    }
    paymentChannels {
      ...OfferedChannelParts
    }
  }
`);

type Node = NonNullable<PortalCardQuery["node"]>;
type Card = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "交通卡", en: "Transit card" },
  unknown: { zh: "没有这张卡，或者它不属于您。", en: "There is no such card, or it is not yours." },
  balance: { zh: "余额", en: "Balance" },
  held: { zh: "其中冻结（退款处理中）", en: "Of it kept for a refund under way" },
  number: { zh: "卡号", en: "Number" },
  kind: { zh: "卡种", en: "Kind" },
  status: { zh: "状态", en: "Status" },
  entitled: { zh: "优待有效至", en: "Entitled until" },
  notEntitled: { zh: "资格已到期，按普通票价计费", en: "It has ended: you pay the standard fare" },
  issued: { zh: "领卡时间", en: "Issued" },
  month: { zh: "本月计入折扣的乘车费", en: "Rides this month that count towards the discount" },
  incoming: { zh: "充值处理中", en: "Being paid in" },
  notNow: { zh: "这张卡现在不能进站", en: "Gates do not let this card in now" },
  minimum: { zh: "进站所需最低余额", en: "Least balance to enter" },
  arrears: { zh: "名下各卡合计欠费", en: "Owed over all of your cards" },
  notYours: { zh: "自此刻起被刷的费用不由您承担", en: "Rides by it are not yours from" },
  newCard: { zh: "查看接替它的新卡", en: "See the card that has taken its place" },
  ride: { zh: "出示乘车码", en: "Show the ride code" },
  topUp: { zh: "充值", en: "Top up" },
  minor: { zh: "未成年人", en: "a minor" },
} satisfies Record<string, Text>;
const cardOf = (name: string): Text => ({
  zh: `${name}的卡，您是监护人：可以充值、冻结和解冻，乘车码只在其本人手机上。`,
  en: `The card of ${name}, whose guardian you are: you top it up, and freeze it when it is lost. They ride with it themselves.`,
});

const route = getRouteApi("/cards/$card");

export function CardPage(): ReactNode {
  const { say } = useTexts();
  const { card } = route.useParams();
  const { after, refused } = route.useSearch();
  const asked = useOwnAnswer(CARD, { card, ...(after ? { after } : {}), ...(refused ? { refused } : {}) });
  const node = asked.answer?.ok ? asked.answer.data.node : undefined;
  const title = isCard(node) ? `${say(CARD_KINDS[node.kind])} ${say(ending(node.number))}` : say(TEXTS.title);
  return (
    <Page title={title} isNarrow>
      <Answered asked={asked}>
        {({ node: found, paymentChannels }, errors) => {
          if (!isCard(found)) return <p className="part">{say(TEXTS.unknown)}</p>;
          const trouble = troubleAt(errors, ["node", "trips"]);
          const refusals = troubleAt(errors, ["node", "refusedEntries"]);
          return (
            <>
              <Standing of={found} />
              {trouble ? (
                <TroubleNotice trouble={trouble} again={asked.again} />
              ) : (
                <CardTrips of={found} after={after} />
              )}
              {refusals ? (
                <TroubleNotice trouble={refusals} again={asked.again} />
              ) : (
                <CardRefusals of={found} after={refused} />
              )}
              <CardWithholding of={found} channels={paymentChannels ?? []} />
              <CardPayouts of={found} />
              <CardActions of={found} />
            </>
          );
        }}
      </Answered>
      <p>
        <BackToCards />
      </p>
    </Page>
  );
}

const isCard = (node: object | null | undefined): node is Card => !!node && "balance" in node;

/** The card as it is now, and the two things that most people come for. */
function Standing({ of }: { readonly of: Card }): ReactNode {
  const { say, language } = useTexts();
  const { id, number, kind, status, issuedAt, balance, held, monthSpend, entitledUntil, replacedBy } = of;
  const { incoming, cannotEnter, notHoldersFrom, ward } = of;
  const isInUse = !isOver(status);
  return (
    <section className="part">
      {ward && <p>{say(cardOf(ward.name ?? say(TEXTS.minor)))}</p>}
      <p className="row">
        <span>{say(TEXTS.balance)}</span>
        <span className="big">
          <Money amount={balance} />
        </span>
      </p>
      {cannotEnter && (
        <Notice tone="act" title={say(TEXTS.notNow)}>
          <p>{cannotEnter.message}</p>
          <Facts
            of={[
              [say(TEXTS.minimum), <Money key="minimum" amount={cannotEnter.minimum} />],
              [
                say(TEXTS.arrears),
                isNothing(cannotEnter.arrears) ? undefined : (
                  <Money key="arrears" amount={cannotEnter.arrears} />
                ),
              ],
            ]}
          />
        </Notice>
      )}
      {isInUse && (
        <div className="stack">
          {!ward && (
            <Link className="button" to="/cards/$card/ride" params={{ card: id }}>
              {say(TEXTS.ride)}
            </Link>
          )}
          <Link className="button button-plain" to="/cards/$card/top-up" params={{ card: id }}>
            {say(TEXTS.topUp)}
          </Link>
        </div>
      )}
      <Facts
        of={[
          [
            say(TEXTS.status),
            <Tag key="status" tone={status === "ACTIVE" ? "good" : isInUse ? "act" : "plain"}>
              {say(CARD_STATUSES[status])}
            </Tag>,
          ],
          [say(TEXTS.notYours), isInUse && notHoldersFrom ? moment(notHoldersFrom, language) : undefined],
          [say(TEXTS.incoming), isNothing(incoming) ? undefined : <Money key="incoming" amount={incoming} />],
          [say(TEXTS.held), isNothing(held) ? undefined : <Money key="held" amount={held} />],
          [say(TEXTS.month), <Money key="month" amount={monthSpend} />],
          [say(TEXTS.number), number],
          [say(TEXTS.kind), say(CARD_KINDS[kind])],
          [
            say(TEXTS.entitled),
            kind === "STANDARD"
              ? undefined
              : entitledUntil
                ? day(entitledUntil, language)
                : say(TEXTS.notEntitled),
          ],
          [say(TEXTS.issued), moment(issuedAt, language)],
        ]}
      />
      {replacedBy && (
        <Link className="link-target" to="/cards/$card" params={{ card: replacedBy }}>
          {say(TEXTS.newCard)}
        </Link>
      )}
    </section>
  );
}
