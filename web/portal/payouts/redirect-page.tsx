import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalPayoutQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useProblems } from "../../shared/ui/use-problems.ts";
import { AccountChoice, accountFieldOf } from "../account-choice.tsx";
import { TO_ANOTHER } from "../redirect-link.tsx";

const PAYOUT = graphql(`
  query PortalPayout($payout: ID!) {
    node(id: $payout) {
      ... on Payout {
        id
        amount
        maskedBankAccount
        refusal
        returnReason
        availableActions
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

const REDIRECT = graphql(`
  mutation PortalRedirectPayout($payout: ID!, $account: ID!) {
    done: redirectPayout(payout: $payout, payoutAccount: $account) {
      __typename
      ... on Payout {
        id
        maskedBankAccount
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Node = NonNullable<PortalPayoutQuery["node"]>;
type Payout = Extract<Node, { id: string }>;
type Accounts = NonNullable<NonNullable<PortalPayoutQuery["me"]>["payoutAccounts"]>;

const TEXTS = {
  unknown: { zh: "没有这笔款项，或者它不是付给您的。", en: "There is no such payout to you." },
  cannot: {
    zh: "这笔款项的收款账户现在不能更换：银行没有退回，或者已经重新付款。",
    en: "Its account cannot be changed now: the bank has not sent it back, or is told to pay it again.",
  },
  why: {
    zh: "银行没有付成，款项仍应付给您。请选择一个已核实属于您的账户，平台会重新付款。",
    en: "The bank could not pay it, and it is still owed to you. Choose an account that is proven to be yours; it is paid again there.",
  },
  amount: { zh: "金额", en: "Amount" },
  to: { zh: "原收款账户", en: "The account so far" },
  reason: { zh: "银行的原因", en: "Why, as the bank says" },
  noAccount: {
    zh: "您还没有核实过的收款账户。请先添加本人的银行账户，再回到这里。",
    en: "No bank account is on record as proven to be yours. Add one first, then come back.",
  },
  toAccounts: { zh: "添加收款账户", en: "Add an account" },
  noneChosen: { zh: "请选择付到哪个账户", en: "Choose the account to be paid to" },
  send: { zh: "付到这个账户", en: "Pay it there" },
  sending: { zh: "正在提交…", en: "One moment…" },
  messages: { zh: "查看消息", en: "Your messages" },
} satisfies Record<string, Text>;
const doneText = (account: string): Text => ({
  zh: `已改付到 ${account}，资金人员通知银行后付款。`,
  en: `It goes to ${account} now, once a treasurer has told the bank to pay it.`,
});

const route = getRouteApi("/payouts/$payout");

/** A payout that the bank could not make: its payee names another account of their own. */
export function RedirectPage(): ReactNode {
  const { say } = useTexts();
  const { payout } = route.useParams();
  const asked = useOwnAnswer(PAYOUT, { payout });
  return (
    <Page title={say(TO_ANOTHER)} isNarrow>
      <Answered asked={asked}>
        {({ node, me }, errors) => {
          const trouble = troubleAt(errors, ["me", "payoutAccounts"]) ?? troubleAt(errors, ["node"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!isPayout(node)) return <p className="part">{say(TEXTS.unknown)}</p>;
          const proven = (me?.payoutAccounts ?? []).filter(({ isProven }) => isProven);
          return <Redirect payout={node} accounts={proven} />;
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/messages" search={{}}>
          {say(TEXTS.messages)}
        </Link>
      </p>
    </Page>
  );
}

const isPayout = (node: object | null): node is Payout => node !== null && "maskedBankAccount" in node;

type RedirectProps = { readonly payout: Payout; readonly accounts: Accounts };

function Redirect({ payout, accounts }: RedirectProps): ReactNode {
  const { say } = useTexts();
  const [chosen, choose] = useState<string>();
  const { problems, problemOf, find } = useProblems();
  const { send, ended, isSending, failure } = useAct(REDIRECT);
  const field = accountFieldOf(accounts[0]?.id ?? "");
  const redirect = async (): Promise<void> => {
    find(chosen ? [] : [{ field, text: TEXTS.noneChosen }]);
    if (chosen) await send({ payout: payout.id, account: chosen });
  };
  if (ended?.kind === "done") return <Told title={say(doneText(ended.result.maskedBankAccount ?? ""))} />;
  return (
    <form
      className="part waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void redirect();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={() => void redirect()} isSending={isSending} />
      <Facts
        of={[
          [say(TEXTS.amount), payout.amount && <Money key="amount" amount={payout.amount} />],
          [say(TEXTS.to), payout.maskedBankAccount],
          [say(TEXTS.reason), payout.returnReason ?? payout.refusal],
        ]}
      />
      <Choosing {...{ payout, accounts, chosen, choose, isSending }} problem={problemOf(field)} />
    </form>
  );
}

type ChoosingProps = RedirectProps & {
  readonly chosen: string | undefined;
  readonly choose: (account: string) => void;
  readonly problem: string | undefined;
  readonly isSending: boolean;
};

function Choosing({ payout, accounts, isSending, ...choice }: ChoosingProps): ReactNode {
  const { say } = useTexts();
  if (!payout.availableActions?.includes("redirectPayout")) return <p>{say(TEXTS.cannot)}</p>;
  if (accounts.length === 0) {
    return (
      <>
        <p>{say(TEXTS.noAccount)}</p>
        <Link className="link-target" to="/me/accounts">
          {say(TEXTS.toAccounts)}
        </Link>
      </>
    );
  }
  return (
    <>
      <p>{say(TEXTS.why)}</p>
      <AccountChoice of={accounts} {...choice} />
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </>
  );
}
