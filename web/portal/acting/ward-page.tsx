import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { isNothing } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalWardQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { CAPACITIES } from "../../shared/texts/enterprise-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { AccountLine, UsageLink } from "../bills/account-line.tsx";
import { DueBills } from "../bills/due-bills.tsx";
import { CardLine, isOver } from "../cards/card-line.tsx";

const WARD = graphql(`
  query PortalWard($ref: ID!) {
    me {
      id
      principal(ref: $ref) {
        name
        capacity
        bills(status: DUE) {
          ...DueBill
        }
        utilityAccounts {
          id
          ...AccountLine
        }
        transitCards {
          id
          number
          status
          ...CardLine
        }
        transitArrears
      }
    }
  }
`);

type Ward = NonNullable<NonNullable<PortalWardQuery["me"]>["principal"]>;

const TEXTS = {
  title: { zh: "我监护的未成年人", en: "A minor whose guardian you are" },
  unknown: {
    zh: "您现在不是这个人的监护人。已满十八周岁的，由其本人办理。",
    en: "You are not this person's guardian. From 18 on they act for themselves.",
  },
  pay: {
    zh: "账单和充值由您用自己的钱付，记录和收据在您自己的缴费记录里。",
    en: "You pay bills and top-ups from your own means: you find them among your own payments and receipts.",
  },
  cards: { zh: "交通卡", en: "Transit cards" },
  noCards: { zh: "还没有交通卡。", en: "They have no transit card yet." },
  topUp: { zh: "充值", en: "Top up" },
  arrears: { zh: "各卡合计欠费", en: "Owed over all of the cards" },
  accounts: { zh: "绑定的户号", en: "Accounts that they have added" },
  apply: { zh: "为其申请事项", en: "Apply for something for them" },
  back: { zh: "回到替人办事", en: "Back to acting for others" },
} satisfies Record<string, Text>;

const route = getRouteApi("/acting/for/$ref");

/** The bills and cards of a minor, for their guardian. */
export function WardPage(): ReactNode {
  const { say } = useTexts();
  const { ref } = route.useParams();
  const asked = useOwnAnswer(WARD, { ref });
  const name = asked.answer?.ok ? asked.answer.data.me?.principal?.name : undefined;
  return (
    <Page title={name ?? say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const ward = me?.principal;
          const trouble =
            troubleAt(errors, ["me", "principal", "bills"]) ??
            troubleAt(errors, ["me", "principal", "transitCards"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (ward?.capacity !== "GUARDIAN") return <p className="part">{say(TEXTS.unknown)}</p>;
          return (
            <>
              <p>{say(CAPACITIES.GUARDIAN)}</p>
              <p className="soft">{say(TEXTS.pay)}</p>
              <DueBills due={ward.bills ?? []} />
              <Cards of={ward} />
              <Accounts of={ward} />
            </>
          );
        }}
      </Answered>
      <p className="row">
        <Link className="link-target" to="/services">
          {say(TEXTS.apply)}
        </Link>
        <Link className="link-target" to="/acting">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

function Cards({ of: { transitCards, transitArrears } }: { readonly of: Ward }): ReactNode {
  const { say } = useTexts();
  const cards = (transitCards ?? []).filter(({ status }) => !isOver(status));
  return (
    <section className="part">
      <h2>{say(TEXTS.cards)}</h2>
      {cards.length === 0 && <p className="soft">{say(TEXTS.noCards)}</p>}
      <ul className="rows">
        {cards.map((card) => (
          <li key={card.id} className="stack-tight">
            <Link className="link-row" to="/cards/$card" params={{ card: card.id }}>
              <CardLine card={card} />
            </Link>
            <Link className="link-target" to="/cards/$card/top-up" params={{ card: card.id }}>
              {say(TEXTS.topUp)}
              <span className="out-of-sight">: {card.number}</span>
            </Link>
          </li>
        ))}
      </ul>
      {transitArrears !== null && !isNothing(transitArrears) && (
        <Facts of={[[say(TEXTS.arrears), <Money key="arrears" amount={transitArrears} />]]} />
      )}
    </section>
  );
}

function Accounts({ of: { utilityAccounts } }: { readonly of: Ward }): ReactNode {
  const { say } = useTexts();
  const accounts = utilityAccounts ?? [];
  if (accounts.length === 0) return null;
  return (
    <section className="part">
      <h2>{say(TEXTS.accounts)}</h2>
      <ul className="rows">
        {accounts.map((account) => (
          <li key={account.id} className="stack-tight">
            <AccountLine account={account} />
            <UsageLink account={account} />
          </li>
        ))}
      </ul>
    </section>
  );
}
