import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day as dayText } from "../../shared/format/dates.ts";
import type { SettledKind, SettlementStatus } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { feeText, payDayText, SETTLED_KINDS } from "../../shared/texts/settlement-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { ModeLinks } from "../parts/mode-links.tsx";
import { modeIn } from "../parts/modes.ts";
import { NoSuchPartner, PartnerFrame, PartnerName } from "../parts/partner-frame.tsx";
import { type Book, SETTLEMENTS, type Settlement, type Settlements } from "./settlement-operations.ts";
import { StatementFile } from "./statement-file.tsx";

const TEXTS = {
  title: { zh: "日结算", en: "Settlements" },
  kinds: { zh: "结算身份", en: "Settled with as" },
  noContract: {
    zh: "还没有结算合同。款项仍应付给您，可与平台财务人员商定合同后按日结算。",
    en: "There is no contract of settlement yet. The amount stays owed to you, and is settled by day once a contract is agreed with the platform's treasurers.",
  },
  contract: { zh: "现行合同", en: "The contract of today" },
  since: { zh: "起始日", en: "From" },
  fee: { zh: "手续费", en: "Fee" },
  minimum: { zh: "起付金额", en: "Least that is paid out" },
  payDay: { zh: "付款日", en: "Paid on" },
  account: { zh: "收款账户", en: "Bank account" },
  through: { zh: "已结算至", en: "Settled through" },
  carried: { zh: "结转余额", en: "Carried forward" },
  none: { zh: "还没有结算。", en: "No day has been settled yet." },
  caption: { zh: "按日结算", en: "By day" },
  day: { zh: "日期", en: "Day" },
  status: { zh: "状态", en: "Status" },
  lines: { zh: "笔数", en: "Transfers" },
  gross: { zh: "净收款", en: "Brought" },
  carriedIn: { zh: "上期结转", en: "Carried in" },
  paid: { zh: "付款金额", en: "Paid out" },
  carriedOut: { zh: "结转下期", en: "Carried on" },
  payOn: { zh: "付款日", en: "Pay day" },
  file: { zh: "对账单", en: "Statement" },
  later: { zh: "更早的结算", en: "Earlier days" },
  first: { zh: "回到最近", en: "Back to the latest" },
} satisfies Record<string, Text>;

const STATUSES: Readonly<Record<SettlementStatus, Text>> = {
  CARRIED: { zh: "结转下期", en: "Carried forward" },
  TO_PAY: { zh: "待付款", en: "To be paid" },
  AT_BANK: { zh: "银行处理中", en: "At the bank" },
  PAID: { zh: "已付款", en: "Paid" },
  REFUSED: { zh: "银行拒付，已退回", en: "Refused by the bank, and owed again" },
};

const route = getRouteApi("/console/partners/$partner/settlements");
const EACH: readonly SettledKind[] = ["BILLER", "OPERATOR"];

/** The partner's settlements by day, with the contract that they go by, and their statements as files. */
export function SettlementsPage(): ReactNode {
  const { say } = useTexts();
  const { partner: id } = route.useParams();
  const search = route.useSearch();
  const mode = modeIn(search.mode);
  const kind = search.kind === "OPERATOR" ? "OPERATOR" : "BILLER";
  const asked = useOwnAnswer(SETTLEMENTS, {
    ...{ id, kind, mode },
    ...(search.after ? { after: search.after } : {}),
  });
  return (
    <PartnerFrame title={say(TEXTS.title)} partner={id}>
      <ModeLinks to="/console/partners/$partner/settlements" partner={id} mode={mode} />
      <nav className="ways" aria-label={say(TEXTS.kinds)}>
        {EACH.map((each) => (
          <Link
            key={each}
            to="/console/partners/$partner/settlements"
            params={{ partner: id }}
            search={{ mode, kind: each }}
            activeProps={{}}
            inactiveProps={{}}
            aria-current={each === kind ? "page" : undefined}
          >
            {say(SETTLED_KINDS[each])}
          </Link>
        ))}
      </nav>
      <Answered asked={asked}>
        {({ node }, errors) => {
          const trouble =
            troubleAt(errors, ["node", "settlements"]) ?? troubleAt(errors, ["node", "settlementBook"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (node?.__typename !== "Partner") return <NoSuchPartner />;
          const { settlementBook, settlements } = node;
          return (
            <>
              <PartnerName name={node.name} />
              {settlementBook ? (
                <BookPart of={settlementBook} />
              ) : (
                <p className="part">{say(TEXTS.noContract)}</p>
              )}
              {settlementBook && settlements && <Days of={settlements} />}
              <div className="row">
                {search.after && (
                  <Link
                    className="link-target"
                    to="/console/partners/$partner/settlements"
                    params={{ partner: id }}
                    search={{ mode, kind }}
                  >
                    {say(TEXTS.first)}
                  </Link>
                )}
                {settlements?.pageInfo.hasNextPage && settlements.pageInfo.endCursor && (
                  <Link
                    className="link-target"
                    to="/console/partners/$partner/settlements"
                    params={{ partner: id }}
                    search={{ mode, kind, after: settlements.pageInfo.endCursor }}
                  >
                    {say(TEXTS.later)}
                  </Link>
                )}
              </div>
            </>
          );
        }}
      </Answered>
    </PartnerFrame>
  );
}

function BookPart({ of: { through, carried, contract } }: { readonly of: Book }): ReactNode {
  const { say, language } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.contract)}</h2>
      <Facts
        of={[
          [say(TEXTS.since), contract && dayText(contract.effectiveFrom, language)],
          [say(TEXTS.fee), contract && say(feeText(contract))],
          [say(TEXTS.minimum), contract && <Money key="minimum" amount={contract.minimum} />],
          [say(TEXTS.payDay), contract && say(payDayText(contract))],
          [say(TEXTS.account), contract && `${contract.bank ?? ""} ${contract.maskedAccount}`.trim()],
          [say(TEXTS.through), through && dayText(through, language)],
          [say(TEXTS.carried), <Money key="carried" amount={carried} />],
        ]}
      />
    </section>
  );
}

function Days({ of: { edges } }: { readonly of: Settlements }): ReactNode {
  const { say, language } = useTexts();
  if (edges.length === 0) return <p className="part">{say(TEXTS.none)}</p>;
  return (
    <section className="part">
      <Table<Settlement>
        caption={say(TEXTS.caption)}
        keyOf={({ id }) => id}
        rows={edges.map(({ node }) => node)}
        columns={[
          { head: say(TEXTS.day), cell: ({ day }) => dayText(day, language) },
          {
            head: say(TEXTS.status),
            cell: ({ status, refusal }) =>
              `${status ? say(STATUSES[status]) : ""}${refusal ? ` · ${refusal}` : ""}`,
            kind: "wide",
          },
          { head: say(TEXTS.lines), cell: ({ lineCount }) => lineCount, kind: "number" },
          { head: say(TEXTS.gross), cell: ({ gross }) => <Money amount={gross} />, kind: "number" },
          { head: say(TEXTS.fee), cell: ({ fee }) => <Money amount={fee} />, kind: "number" },
          {
            head: say(TEXTS.carriedIn),
            cell: ({ carriedIn }) => <Money amount={carriedIn} />,
            kind: "number",
          },
          { head: say(TEXTS.paid), cell: ({ paid }) => <Money amount={paid} />, kind: "number" },
          {
            head: say(TEXTS.carriedOut),
            cell: ({ carriedOut }) => <Money amount={carriedOut} />,
            kind: "number",
          },
          { head: say(TEXTS.payOn), cell: ({ payOn }) => payOn && dayText(payOn, language) },
          {
            head: say(TEXTS.file),
            cell: ({ id, day }) => <StatementFile id={id} day={dayText(day, language)} />,
          },
        ]}
      />
    </section>
  );
}
