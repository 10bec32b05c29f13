import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { ModeLinks } from "../parts/mode-links.tsx";
import { modeIn } from "../parts/modes.ts";
import { NoSuchPartner, PartnerFrame, PartnerName } from "../parts/partner-frame.tsx";
import { ACCOUNTS } from "./account-texts.ts";

const OWN_ACCOUNTS = graphql(`
  query ConsoleAccounts($id: ID!, $mode: Mode!) {
    node(id: $id) {
      __typename
      ... on Partner {
        id
        name
        accounts(mode: $mode) {
          id
          kind
          balance
          held
        }
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "账户与对账", en: "Accounts and statements" },
  none: { zh: "还没有任何往来。", en: "Nothing has been booked yet." },
  balance: { zh: "余额", en: "Balance" },
  held: { zh: "其中已冻结", en: "Of which reserved" },
  statement: { zh: "按月对账单", en: "Statements by month" },
  deposit: { zh: "怎样存入预付款", en: "How to pay in" },
  depositText: {
    zh: "把款项汇到平台的银行账户，附言写上合作编号。财务人员核对银行流水后入账，一笔汇款只入账一次。",
    en: "Transfer the amount to the platform's bank account with the partnership's number as reference. A treasurer books it by the bank's own number of the transfer, once.",
  },
  number: { zh: "合作编号", en: "The partnership's number" },
} satisfies Record<string, Text>;

const route = getRouteApi("/console/partners/$partner/accounts");

/** The partner's accounts with the platform, as they stand. */
export function AccountsPage(): ReactNode {
  const { say } = useTexts();
  const { partner: id } = route.useParams();
  const { mode: named } = route.useSearch();
  const mode = modeIn(named);
  const asked = useOwnAnswer(OWN_ACCOUNTS, { id, mode });
  return (
    <PartnerFrame title={say(TEXTS.title)} partner={id}>
      <ModeLinks to="/console/partners/$partner/accounts" partner={id} mode={mode} />
      <Answered asked={asked}>
        {({ node }, errors) => {
          const trouble = troubleAt(errors, ["node", "accounts"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (node?.__typename !== "Partner") return <NoSuchPartner />;
          const accounts = node.accounts ?? [];
          return (
            <>
              <PartnerName name={node.name} />
              {accounts.length === 0 && <p className="part">{say(TEXTS.none)}</p>}
              <div className="parts">
                {accounts.map(({ kind, balance, held }) => (
                  <section className="part" key={kind}>
                    <h2>{say(ACCOUNTS[kind].name)}</h2>
                    <p className="soft small">{say(ACCOUNTS[kind].about)}</p>
                    <Facts
                      of={[
                        [
                          say(TEXTS.balance),
                          <span key="balance" className="big">
                            <Money amount={balance} />
                          </span>,
                        ],
                        [say(TEXTS.held), held === "0.00" ? null : <Money key="held" amount={held} />],
                      ]}
                    />
                    <Link
                      className="link-target"
                      to="/console/partners/$partner/accounts/$kind"
                      params={{ partner: id, kind: kind.toLowerCase() }}
                      search={{ mode }}
                    >
                      {say(TEXTS.statement)}
                      <span className="out-of-sight">: {say(ACCOUNTS[kind].name)}</span>
                    </Link>
                  </section>
                ))}
              </div>
              <section className="part">
                <h2>{say(TEXTS.deposit)}</h2>
                <p>{say(TEXTS.depositText)}</p>
                <Facts of={[[say(TEXTS.number), <code key="id">{id}</code>]]} />
              </section>
            </>
          );
        }}
      </Answered>
    </PartnerFrame>
  );
}
