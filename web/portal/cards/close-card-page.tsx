import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { isNothing } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalCardToCloseQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useProblems } from "../../shared/ui/use-problems.ts";
import { AccountChoice, accountFieldOf } from "../account-choice.tsx";
import { BackToCard } from "./back-to-card.tsx";
import { CardLine } from "./card-line.tsx";

const CARD = graphql(`
  query PortalCardToClose($card: ID!) {
    node(id: $card) {
      ... on TransitCard {
        id
        balance
        availableActions
        ...CardLine
      }
    }
    me {
      id
      payoutAccounts {
        id
        isProven
        ...AccountChoice
      }
    }
  }
`);

const CLOSE = graphql(`
  mutation PortalCloseCard($card: ID!, $account: ID) {
    closeTransitCard(id: $card, payoutAccount: $account) {
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

type Node = NonNullable<PortalCardToCloseQuery["node"]>;
type Card = Extract<Node, { id: string }>;
type Accounts = NonNullable<NonNullable<PortalCardToCloseQuery["me"]>["payoutAccounts"]>;

const TEXTS = {
  title: { zh: "退卡", en: "Close this card" },
  cannot: { zh: "这张卡现在不能退。", en: "This card cannot be closed now." },
  text: {
    zh: "退卡后不能再乘车，也不能恢复。余额退到您本人的银行账户。",
    en: "A closed card opens no gate any more, and stays closed. The money on it is paid to a bank account of your own.",
  },
  noAccount: {
    zh: "您还没有核实过的收款账户。请先添加本人的银行账户，再来退卡。",
    en: "No bank account is on record as proven to be yours. Add one first, then close the card.",
  },
  toAccounts: { zh: "添加收款账户", en: "Add an account" },
  noneChosen: { zh: "请选择退到哪个账户", en: "Choose the account to be paid to" },
  close: { zh: "确认退卡", en: "Close the card" },
  closing: { zh: "正在退卡…", en: "Closing it…" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cards/$card/close");

export function CloseCardPage(): ReactNode {
  const { say } = useTexts();
  const { card } = route.useParams();
  const asked = useOwnAnswer(CARD, { card });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node, me }, errors) => {
          const trouble = troubleAt(errors, ["me", "payoutAccounts"]) ?? troubleAt(errors, ["node"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!isCard(node) || !node.availableActions.includes("close"))
            return <p className="part">{say(TEXTS.cannot)}</p>;
          const proven = (me?.payoutAccounts ?? []).filter(({ isProven }) => isProven);
          return <Closing card={node} accounts={proven} />;
        }}
      </Answered>
      <p>
        <BackToCard card={card} />
      </p>
    </Page>
  );
}

const isCard = (node: object | null): node is Card => node !== null && "availableActions" in node;

type ClosingProps = { readonly card: Card; readonly accounts: Accounts };

/** Where nothing is on the card, no account is asked for. */
function Closing({ card, accounts }: ClosingProps): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const [chosen, choose] = useState<string>();
  const { problems, problemOf, find } = useProblems();
  const { send, isSending, failure } = useAct(CLOSE);
  const isPaid = !isNothing(card.balance) && !card.balance.startsWith("-");
  const field = accountFieldOf(accounts[0]?.id ?? "");
  const close = async (): Promise<void> => {
    const ended = await send({ card: card.id, ...(isPaid && chosen ? { account: chosen } : {}) });
    if (ended?.kind !== "done") return;
    await navigate({ to: "/cards/$card", params: { card: card.id }, replace: true });
  };
  if (isPaid && accounts.length === 0) return <NoAccount />;
  return (
    <form
      className="part waiting"
      onSubmit={(event) => {
        event.preventDefault();
        const found = isPaid && !chosen ? [{ field, text: TEXTS.noneChosen }] : [];
        find(found);
        if (found.length === 0) void close();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={close} isSending={isSending} />
      <CardLine card={card} />
      <p>{say(TEXTS.text)}</p>
      {isPaid && <AccountChoice of={accounts} {...{ chosen, choose }} problem={problemOf(field)} />}
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.closing : TEXTS.close)}
      </button>
    </form>
  );
}

function NoAccount(): ReactNode {
  const { say } = useTexts();
  return (
    <div className="part">
      <p>{say(TEXTS.noAccount)}</p>
      <Link className="link-target" to="/me/accounts">
        {say(TEXTS.toAccounts)}
      </Link>
    </div>
  );
}
