import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateAt, moment, month as monthText } from "../../shared/format/dates.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { modeIn } from "../parts/modes.ts";
import { NoSuchPartner, PartnerFrame, PartnerName } from "../parts/partner-frame.tsx";
import { ACCOUNTS, kindIn, reasonOf } from "./account-texts.ts";
import { STATEMENT, type Statement, type StatementLine, type StatementOf } from "./statement.ts";
import { StatementDownload } from "./statement-download.tsx";

const PAGE_SIZE = 50;

const TEXTS = {
  title: { zh: "对账单", en: "Statement" },
  month: { zh: "月份", en: "Month" },
  none: { zh: "这个月没有往来。", en: "Nothing was booked in this month." },
  when: { zh: "入账时间", en: "Booked" },
  why: { zh: "事由", en: "Reason" },
  cause: { zh: "来源编号", en: "Number of its cause" },
  amount: { zh: "金额", en: "Amount" },
  reversal: { zh: "（冲正）", en: " (taken back)" },
  more: { zh: "后面的往来", en: "Later bookings" },
  first: { zh: "回到月初", en: "Back to the beginning of the month" },
  back: { zh: "全部账户", en: "All accounts" },
} satisfies Record<string, Text>;
const captionOf = (name: string, when: string): Text => ({
  zh: `${name}，${when}`,
  en: `${name}, ${when}`,
});

const route = getRouteApi("/console/partners/$partner/accounts/$kind");

/** The bookings on an account in a month, oldest first. */
export function StatementPage(): ReactNode {
  const { say } = useTexts();
  const { partner: id, kind: named } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mode = modeIn(search.mode);
  const month = search.month ?? dateAt(new Date()).slice(0, 7);
  const kind = kindIn(named) ?? "PREFUND";
  const asked = useOwnAnswer(STATEMENT, {
    ...{ id, mode, kind, month, first: PAGE_SIZE },
    ...(search.after ? { after: search.after } : {}),
  });
  return (
    <PartnerFrame title={`${say(ACCOUNTS[kind].name)} · ${say(TEXTS.title)}`} partner={id}>
      <Field id="month" label={say(TEXTS.month)}>
        {(marks) => (
          <input
            {...marks}
            className="narrow-input"
            type="month"
            required
            value={month}
            onChange={({ target: { value } }) => {
              if (value) void navigate({ search: { mode, month: value }, replace: true });
            }}
          />
        )}
      </Field>
      <Answered asked={asked}>
        {({ node }, errors) => {
          const trouble = troubleAt(errors, ["node", "accounts", "0", "statement"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (node?.__typename !== "Partner") return <NoSuchPartner />;
          const [account] = node.accounts ?? [];
          const of = { id, mode, kind, month };
          return (
            <>
              <PartnerName name={node.name} />
              <Lines of={of} statement={account?.statement ?? undefined} isFirst={!search.after} />
            </>
          );
        }}
      </Answered>
      <p>
        <Link
          className="link-target"
          to="/console/partners/$partner/accounts"
          params={{ partner: id }}
          search={{ mode }}
        >
          {say(TEXTS.back)}
        </Link>
      </p>
    </PartnerFrame>
  );
}

type LinesProps = {
  readonly of: StatementOf;
  readonly statement: Statement | undefined;
  readonly isFirst: boolean;
};

function Lines({ of, statement, isFirst }: LinesProps): ReactNode {
  const { say, language } = useTexts();
  const { id, mode, kind, month } = of;
  const lines = statement?.edges.map(({ node }) => node) ?? [];
  if (lines.length === 0) return <p className="part">{say(TEXTS.none)}</p>;
  const way = {
    to: "/console/partners/$partner/accounts/$kind",
    params: { partner: id, kind: kind.toLowerCase() },
  } as const;
  const next = statement?.pageInfo.hasNextPage ? statement.pageInfo.endCursor : null;
  return (
    <section className="part">
      <Table<StatementLine>
        caption={say(captionOf(say(ACCOUNTS[kind].name), monthText(month, language)))}
        keyOf={(line) => line.id}
        rows={lines}
        columns={[
          { head: say(TEXTS.when), cell: ({ bookedAt }) => moment(bookedAt, language) },
          {
            head: say(TEXTS.why),
            kind: "wide",
            cell: ({ reason, reverses }) => `${say(reasonOf(reason))}${reverses ? say(TEXTS.reversal) : ""}`,
          },
          { head: say(TEXTS.amount), kind: "number", cell: ({ amount }) => <Money amount={amount} /> },
          { head: say(TEXTS.cause), cell: ({ cause }) => <code>{cause}</code> },
        ]}
      />
      <div className="row">
        {!isFirst && (
          <Link className="link-target" {...way} search={{ mode, month }}>
            {say(TEXTS.first)}
          </Link>
        )}
        {next && (
          <Link className="link-target" {...way} search={{ mode, month, after: next }}>
            {say(TEXTS.more)}
          </Link>
        )}
      </div>
      <StatementDownload of={of} />
    </section>
  );
}
