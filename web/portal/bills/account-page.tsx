import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalAccountQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { UTILITY_KINDS } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToBills } from "../payments/back-to-bills.tsx";
import { AutomaticPayment } from "./automatic-payment.tsx";

const ACCOUNT = graphql(`
  query PortalAccount($account: ID!) {
    node(id: $account) {
      ... on UtilityAccount {
        id
        alias
        number
        biller {
          name
          kind
        }
        endedOn
        carriedForward
        household {
          size
          proof
          from
        }
        ...AutomaticPaymentParts
      }
    }
    paymentChannels {
      ...OfferedChannelParts
    }
  }
`);

const UNBIND = graphql(`
  mutation PortalUnbindAccount($account: ID!) {
    unbindUtilityAccount(id: $account) {
      __typename
      ... on UtilityAccount {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Node = NonNullable<PortalAccountQuery["node"]>;
type Account = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "户号", en: "Account" },
  unknown: { zh: "没有这个户号，或者它不属于您。", en: "There is no such account, or it is not yours." },
  alias: { zh: "名称", en: "Your name for it" },
  number: { zh: "户号", en: "Account number" },
  biller: { zh: "收费单位", en: "Biller" },
  household: { zh: "户内人数", en: "Household" },
  ended: {
    zh: "这个户号已变更户名。您的绑定和自动缴费已终止；变更前的账单仍由您查看、缴纳。",
    en: "This account has another holder. Your binding and automatic payment have ended; the bills from before stay yours to see and to pay.",
  },
  credit: { zh: "留抵下期账单", en: "Credit for the next bill" },
  debit: { zh: "计入下期账单", en: "Added to the next bill" },
  usage: { zh: "用量与历史账单", en: "Usage and past bills" },
  remove: { zh: "不再关注这个户号", en: "Remove this account" },
  removeText: {
    zh: "例如搬了家。它的账单不再出现在这里，也不再通知您；您设置的自动缴费同时停止。欠费仍由用户承担，随时可以重新绑定。",
    en: "For example when you have moved. Its bills are not shown here any more, you are not told of them, and your automatic payment ends. What is owed stays owed; you can add the account again at any time.",
  },
  question: { zh: "确定不再关注这个户号吗？", en: "Do you want to remove this account?" },
  yes: { zh: "确定解绑", en: "Yes, remove it" },
  no: { zh: "保留这个户号", en: "Keep it" },
} satisfies Record<string, Text>;

const route = getRouteApi("/bills/accounts/$account");

export function AccountPage(): ReactNode {
  const { say } = useTexts();
  const { account } = route.useParams();
  const asked = useOwnAnswer(ACCOUNT, { account });
  const node = asked.answer?.ok ? asked.answer.data.node : undefined;
  const kind = isAccount(node) ? node.biller?.kind : undefined;
  return (
    <Page title={kind ? `${say(UTILITY_KINDS[kind])} · ${say(TEXTS.title)}` : say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node: found, paymentChannels }, errors) => {
          const trouble = troubleAt(errors, ["paymentChannels"]) ?? troubleAt(errors, ["node"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!isAccount(found)) return <p className="part">{say(TEXTS.unknown)}</p>;
          return (
            <>
              <Standing of={found} />
              {!found.endedOn && <AutomaticPayment of={found} channels={paymentChannels ?? []} />}
              <Removal account={found.id} />
            </>
          );
        }}
      </Answered>
      <p>
        <BackToBills />
      </p>
    </Page>
  );
}

const isAccount = (node: object | null | undefined): node is Account => !!node && "alias" in node;

const proven = ({ size, proof }: NonNullable<Account["household"]>, on: string): Text => ({
  zh: `${size} 人（${proof}，自${on}起）`,
  en: `${size} persons (${proof}, from ${on})`,
});

function Standing({ of }: { readonly of: Account }): ReactNode {
  const { say, language } = useTexts();
  const { id, alias, number, biller, endedOn, carriedForward, household } = of;
  const isCredit = carriedForward.startsWith("-");
  const waits = carriedForward !== "0.00" && <Money amount={carriedForward.replace("-", "")} />;
  return (
    <section className="part">
      {endedOn && <Notice title={say(TEXTS.ended)} />}
      <Facts
        of={[
          [say(TEXTS.alias), alias],
          [say(TEXTS.number), number],
          [say(TEXTS.biller), biller?.name],
          [say(TEXTS.household), household && say(proven(household, day(household.from, language)))],
          [say(isCredit ? TEXTS.credit : TEXTS.debit), waits],
        ]}
      />
      <Link className="link-target" to="/bills/usage/$account" params={{ account: id }}>
        {say(TEXTS.usage)}
      </Link>
    </section>
  );
}

function Removal({ account }: { readonly account: string }): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { send, isSending, failure } = useAct(UNBIND);
  const remove = async (): Promise<void> => {
    const ended = await send({ account });
    if (ended?.kind === "done") await navigate({ to: "/bills", replace: true });
  };
  return (
    <section className="part">
      <h2>{say(TEXTS.remove)}</h2>
      <FailureNotice failure={failure} again={remove} isSending={isSending} />
      <p>{say(TEXTS.removeText)}</p>
      <ConfirmedButton
        {...{ label: say(TEXTS.remove), question: say(TEXTS.question) }}
        {...{ yes: say(TEXTS.yes), no: say(TEXTS.no), isSending }}
        act={() => void remove()}
      />
    </section>
  );
}
