import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalAccountsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { ACCOUNT_CAUTIONS, ACCOUNT_ORIGINS } from "../../shared/texts/account-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { AccountForm } from "./account-form.tsx";

const ACCOUNTS = graphql(`
  query PortalAccounts {
    me {
      id
      name
      payoutAccounts {
        id
        maskedNumber
        bank
        isProven
        provenAt
        origin
        addedAt
        caution
      }
    }
  }
`);

const REMOVE = graphql(`
  mutation PortalRemovePayoutAccount($id: ID!) {
    removePayoutAccount(id: $id) {
      __typename
      ... on PayoutAccount {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Accounts = NonNullable<NonNullable<PortalAccountsQuery["me"]>["payoutAccounts"]>;
type Account = Accounts[number];

const TEXTS = {
  title: { zh: "收款账户", en: "Accounts that you are paid to" },
  lead: {
    zh: "公积金提取、退卡退款等只付到您本人名下、经银行核实的账户。",
    en: "A housing-fund withdrawal, or what was left on a card, is paid only to an account that the bank says is yours.",
  },
  now: { zh: "已登记的账户", en: "Accounts on record" },
  none: { zh: "还没有收款账户。", en: "There is none yet." },
  ready: { zh: "可以收款", en: "Can be paid to" },
  notReady: { zh: "还不能收款", en: "Cannot be paid to yet" },
  some: { zh: "银行账户", en: "Bank account" },
  origin: { zh: "来源", en: "From" },
  added: { zh: "登记时间", en: "On record since" },
  proven: { zh: "核实时间", en: "Proven on" },
  caution: { zh: "请注意", en: "Note" },
  checkAgain: {
    zh: "要再次请银行核实，请在下面用同一账号再添加一次。",
    en: "To have the bank asked again, add the same number below once more.",
  },
  remove: { zh: "移除账户", en: "Remove this account" },
  removed: { zh: "账户已移除。", en: "The account is removed." },
  back: { zh: "回到我的", en: "Back to your details" },
} satisfies Record<string, Text>;
const question = (number: string): Text => ({
  zh: `移除后不再付款到 ${number}；此前已决定付到它的仍会付。要移除吗？`,
  en: `Nothing more is paid to ${number}; what was decided before still is. Remove it?`,
});

export function AccountsPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(ACCOUNTS, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <p>{say(TEXTS.lead)}</p>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "payoutAccounts"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return (
            <>
              <AccountList of={me?.payoutAccounts ?? []} />
              <AccountForm isNameKnown={Boolean(me?.name)} />
            </>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/me">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

function AccountList({ of }: { readonly of: Accounts }): ReactNode {
  const { say } = useTexts();
  const { ended, failure, again, isSending, send } = useAct(REMOVE);
  const [last, setLast] = useState<string>();
  function remove(id: string): void {
    setLast(id);
    void send({ id });
  }
  return (
    <section className="part">
      <h2>{say(TEXTS.now)}</h2>
      {ended?.kind === "done" && <Told key={last} title={say(TEXTS.removed)} />}
      {of.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {of.map((account) => (
          <li key={account.id} className="waiting">
            <AccountFacts of={account} />
            {last === account.id && <FailureNotice {...{ failure, again, isSending }} />}
            <ConfirmedButton
              label={say(TEXTS.remove)}
              about={account.maskedNumber}
              question={say(question(account.maskedNumber))}
              isSending={isSending}
              act={() => remove(account.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AccountFacts({ of }: { readonly of: Account }): ReactNode {
  const { say, language } = useTexts();
  const { maskedNumber, bank, isProven, provenAt, origin, addedAt, caution } = of;
  return (
    <div className="stack-tight">
      <h3>
        {bank ?? say(TEXTS.some)} {maskedNumber}{" "}
        <Tag tone={isProven ? "good" : "act"}>{say(isProven ? TEXTS.ready : TEXTS.notReady)}</Tag>
      </h3>
      <Facts
        of={[
          [say(TEXTS.caution), caution && say(ACCOUNT_CAUTIONS[caution])],
          [say(TEXTS.origin), say(ACCOUNT_ORIGINS[origin])],
          [say(TEXTS.added), moment(addedAt, language)],
          [say(TEXTS.proven), provenAt && moment(provenAt, language)],
        ]}
      />
      {!isProven && <p className="soft small">{say(TEXTS.checkAgain)}</p>}
    </div>
  );
}
