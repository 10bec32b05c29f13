import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { yuan } from "../../shared/format/money.ts";
import type { DeskAccountsQuery, LedgerAccountKind } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToTreasury } from "./back-to-treasury.tsx";
import { ACCOUNTS } from "./treasury-operations.ts";
import { KINDS } from "./treasury-words.ts";

type Accounts = NonNullable<DeskAccountsQuery["accountsOfKind"]>;
type Account = Accounts["edges"][number]["node"];

const TEXTS = {
  unknown: { zh: "没有这类账户。", en: "There is no such kind of account." },
  title: { zh: "账户", en: "Accounts" },
  none: {
    zh: "上一次核对时没有这类账户。",
    en: "The last verification has found no such account.",
  },
  account: { zh: "账户", en: "Account" },
  holder: { zh: "所属企业", en: "Holder" },
  platform: { zh: "平台", en: "the platform" },
  balance: { zh: "现在的余额", en: "Balance now" },
  held: { zh: "其中冻结", en: "Of this reserved" },
  later: { zh: "后面的账户", en: "Further accounts" },
  first: { zh: "回到开头", en: "Back to the first" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/treasury/kinds/$kind");
const isKind = (kind: string): kind is LedgerAccountKind => kind in KINDS;

/** The accounts of a kind, with what is on them at this moment. */
export function AccountsPage(): ReactNode {
  const { say } = useTexts();
  const { kind } = route.useParams();
  return (
    <Page title={say(isKind(kind) ? KINDS[kind].name : TEXTS.title)}>
      {isKind(kind) ? <AccountsOf kind={kind} /> : <p className="part">{say(TEXTS.unknown)}</p>}
      <BackToTreasury />
    </Page>
  );
}

function AccountsOf({ kind }: { readonly kind: LedgerAccountKind }): ReactNode {
  const { after } = route.useSearch();
  const asked = useOwnAnswer(ACCOUNTS, { kind, ...(after ? { after } : {}) });
  return (
    <Answered asked={asked}>
      {({ accountsOfKind }, errors) => {
        const trouble = troubleAt(errors, ["accountsOfKind"]);
        if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
        return accountsOfKind && <List of={accountsOfKind} kind={kind} isLater={after !== undefined} />;
      }}
    </Answered>
  );
}

type ListProps = { readonly of: Accounts; readonly kind: LedgerAccountKind; readonly isLater: boolean };

function List({ of: { edges, pageInfo }, kind, isLater }: ListProps): ReactNode {
  const { say } = useTexts();
  if (edges.length === 0) return <p className="part">{say(TEXTS.none)}</p>;
  return (
    <section className="part">
      <p className="soft">{say(KINDS[kind].about)}</p>
      <Table<Account>
        caption={say(TEXTS.title)}
        keyOf={({ id }) => id}
        rows={edges.map(({ node }) => node)}
        columns={[
          {
            head: say(TEXTS.account),
            cell: ({ id }) => (
              <Link to="/desk/treasury/accounts/$id" params={{ id }}>
                <code>{id}</code>
              </Link>
            ),
          },
          {
            head: say(TEXTS.holder),
            cell: ({ holder }) => holder?.name ?? say(TEXTS.platform),
            kind: "wide",
          },
          { head: say(TEXTS.balance), cell: ({ balance }) => yuan(balance), kind: "number" },
          { head: say(TEXTS.held), cell: ({ held }) => yuan(held), kind: "number" },
        ]}
      />
      <div className="row">
        {isLater && (
          <Link className="link-target" to="/desk/treasury/kinds/$kind" params={{ kind }} search={{}}>
            {say(TEXTS.first)}
          </Link>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <Link
            className="link-target"
            to="/desk/treasury/kinds/$kind"
            params={{ kind }}
            search={{ after: pageInfo.endCursor }}
          >
            {say(TEXTS.later)}
          </Link>
        )}
      </div>
    </section>
  );
}
