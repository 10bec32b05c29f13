import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalBillsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { WardLinks } from "../ward-links.tsx";
import { AccountLine, UsageLink } from "./account-line.tsx";
import { DUE_BILL, DueBills } from "./due-bills.tsx";
import { UnendedPayments } from "./unended-payments.tsx";

const BILLS = graphql(`
  query PortalBills {
    me {
      id
      due: bills(status: DUE) {
        ...DueBill
      }
      wards: principals {
        ref
        name
        capacity
      }
      paying: bills(status: PAYING) {
        id
        payment
        ...BillLine
      }
      utilityAccounts {
        id
        alias
        automaticPayment {
          ceiling
        }
        ...AccountLine
      }
    }
  }
`);

type Citizen = NonNullable<PortalBillsQuery["me"]>;

const TEXTS = {
  title: { zh: "水电燃气缴费", en: "Bills" },
  accounts: { zh: "我的户号", en: "My accounts" },
  noAccounts: {
    zh: "您还没有绑定户号。绑定后，新账单会出现在这里，并发消息告诉您。",
    en: "You have added no account yet. Once you have, new bills come up here, and you are told of them.",
  },
  automatic: { zh: "自动缴费", en: "Paid automatically" },
  settings: { zh: "自动缴费与解绑", en: "Automatic payment, removal" },
  bind: { zh: "绑定户号", en: "Add an account" },
  payments: { zh: "缴费记录和收据", en: "Payments and receipts" },
} satisfies Record<string, Text>;

export function BillsPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(BILLS, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "due"]) ?? troubleAt(errors, ["me", "paying"]);
          if (!me) return null;
          return (
            <>
              {trouble ? (
                <TroubleNotice trouble={trouble} again={asked.again} />
              ) : (
                <>
                  <DueBills due={me.due ?? []} />
                  <UnendedPayments due={readFragment(DUE_BILL, me.due ?? [])} paying={me.paying ?? []} />
                </>
              )}
              <Accounts of={me} />
              <WardLinks of={me.wards ?? []} />
            </>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/bills/payments">
          {say(TEXTS.payments)}
        </Link>
      </p>
    </Page>
  );
}

function Accounts({ of: { utilityAccounts } }: { readonly of: Citizen }): ReactNode {
  const { say } = useTexts();
  const accounts = utilityAccounts ?? [];
  return (
    <section className="part">
      <h2>{say(TEXTS.accounts)}</h2>
      {accounts.length === 0 && <p className="soft">{say(TEXTS.noAccounts)}</p>}
      <ul className="rows">
        {accounts.map((account) => (
          <li key={account.id} className="stack-tight">
            <AccountLine account={account}>
              {account.automaticPayment && <Tag tone="good">{say(TEXTS.automatic)}</Tag>}
            </AccountLine>
            <span className="row">
              <UsageLink account={account} />
              <Link className="link-target" to="/bills/accounts/$account" params={{ account: account.id }}>
                {say(TEXTS.settings)}
                <span className="out-of-sight">: {account.alias}</span>
              </Link>
            </span>
          </li>
        ))}
      </ul>
      <Link className="link-target" to="/bills/bind">
        {say(TEXTS.bind)}
      </Link>
    </section>
  );
}
