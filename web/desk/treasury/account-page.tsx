import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateAt, moment, month as monthText } from "../../shared/format/dates.ts";
import { sumOf, yuan } from "../../shared/format/money.ts";
import type { DeskAccountQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { monthsOffered } from "../months-offered.ts";
import { useLastTold } from "../use-last-told.ts";
import { BackToTreasury } from "./back-to-treasury.tsx";
import { RecordDeposit } from "./record-deposit.tsx";
import { ACCOUNT } from "./treasury-operations.ts";
import { KINDS, reasonText } from "./treasury-words.ts";

type Account = NonNullable<DeskAccountQuery["ledgerAccount"]>;
type Statement = NonNullable<Account["statement"]>;
type Line = Statement["edges"][number]["node"];

const TEXTS = {
  unknown: {
    zh: "没有这个账户，或者还没有发生过转账。",
    en: "There is no such account, or nothing has happened on it.",
  },
  kind: { zh: "类别", en: "Kind" },
  holder: { zh: "所属企业", en: "Holder" },
  balance: { zh: "现在的余额", en: "Balance now" },
  held: { zh: "其中冻结", en: "Of this reserved" },
  month: { zh: "月份", en: "Month" },
  statement: { zh: "明细", en: "Statement" },
  none: { zh: "这个月没有转账。", en: "Nothing was booked in this month." },
  at: { zh: "时间", en: "Booked" },
  why: { zh: "原因", en: "Why" },
  cause: { zh: "关联编号", en: "Caused by" },
  reverses: { zh: "冲正", en: "Takes back" },
  amount: { zh: "金额", en: "Amount" },
  page: { zh: "本页合计", en: "Sum of this page" },
  later: { zh: "后面的转账", en: "Later transfers" },
  first: { zh: "回到月初", en: "Back to the month's first" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/treasury/accounts/$id");

export function AccountPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const search = route.useSearch();
  const { after } = search;
  const month = search.month ?? dateAt(new Date()).slice(0, 7);
  const asked = useOwnAnswer(ACCOUNT, { id, month, ...(after ? { after } : {}) });
  const account = useLastTold(asked)?.ledgerAccount;
  return (
    <Page title={id}>
      {account && <Stands of={account} month={month} />}
      <Answered asked={asked}>
        {({ ledgerAccount }, errors) => {
          const trouble =
            troubleAt(errors, ["ledgerAccount"]) ?? troubleAt(errors, ["ledgerAccount", "statement"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!ledgerAccount) return <p className="part">{say(TEXTS.unknown)}</p>;
          const { statement } = ledgerAccount;
          return (
            statement && (
              <section className="part">
                <StatementOf
                  account={ledgerAccount}
                  month={month}
                  isLater={after !== undefined}
                  of={statement}
                />
              </section>
            )
          );
        }}
      </Answered>
      {account?.kind === "PREFUND" && account.holder && <RecordDeposit partner={account.holder.id} />}
      <BackToTreasury />
    </Page>
  );
}

type StandsProps = { readonly of: Account; readonly month: string };

/** The account as it stands, and the choice of a month, in which the focus stays while its statement comes. */
function Stands({ of: { kind, holder, balance, held }, month }: StandsProps): ReactNode {
  const { say, language } = useTexts();
  const navigate = route.useNavigate();
  const months = [...new Set([...monthsOffered(dateAt(new Date()).slice(0, 7)), month])].sort().reverse();
  return (
    <section className="part">
      <Facts
        of={[
          [say(TEXTS.kind), say(KINDS[kind].name)],
          [say(TEXTS.holder), holder?.name],
          [say(TEXTS.balance), yuan(balance)],
          [say(TEXTS.held), yuan(held)],
        ]}
      />
      <Field id="month" label={say(TEXTS.month)}>
        {(marks) => (
          <select
            {...marks}
            value={month}
            onChange={(event) => void navigate({ search: { month: event.target.value } })}
          >
            {months.map((each) => (
              <option key={each} value={each}>
                {monthText(each, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </section>
  );
}

type StatementProps = {
  readonly account: Account;
  readonly month: string;
  readonly isLater: boolean;
  readonly of: Statement;
};

function StatementOf({
  of: { edges, pageInfo },
  account: { id },
  month,
  isLater,
}: StatementProps): ReactNode {
  const { say, language } = useTexts();
  const lines = edges.map(({ node }) => node);
  return (
    <>
      {lines.length === 0 ? (
        <p aria-live="polite">{say(TEXTS.none)}</p>
      ) : (
        <>
          <Table<Line>
            caption={`${say(TEXTS.statement)} · ${monthText(month, language)}`}
            keyOf={({ id: transfer }) => transfer}
            rows={lines}
            columns={[
              { head: say(TEXTS.at), cell: ({ bookedAt }) => moment(bookedAt, language) },
              { head: say(TEXTS.why), cell: ({ reason }) => say(reasonText(reason)) },
              { head: say(TEXTS.cause), cell: ({ cause }) => <code>{cause}</code> },
              { head: say(TEXTS.reverses), cell: ({ reverses }) => reverses && <code>{reverses}</code> },
              { head: say(TEXTS.amount), cell: ({ amount }) => yuan(amount), kind: "number" },
            ]}
          />
          <p className="row">
            <span>{say(TEXTS.page)}</span>
            <span className="money strong">{yuan(sumOf(lines.map(({ amount }) => amount)))}</span>
          </p>
        </>
      )}
      <div className="row">
        {isLater && (
          <Link className="link-target" to="/desk/treasury/accounts/$id" params={{ id }} search={{ month }}>
            {say(TEXTS.first)}
          </Link>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <Link
            className="link-target"
            to="/desk/treasury/accounts/$id"
            params={{ id }}
            search={{ month, after: pageInfo.endCursor }}
          >
            {say(TEXTS.later)}
          </Link>
        )}
      </div>
    </>
  );
}
