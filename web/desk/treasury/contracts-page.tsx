import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { yuan } from "../../shared/format/money.ts";
import type { DeskContractsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { feeText, SETTLED_KINDS } from "../../shared/texts/settlement-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToTreasury } from "./back-to-treasury.tsx";
import { CONTRACTS } from "./contract-operations.ts";
import { FindContracts } from "./find-contracts.tsx";

type Proposed = NonNullable<DeskContractsQuery["proposedSettlementContracts"]>;
type Waiting = Proposed["edges"][number]["node"];
type Books = NonNullable<DeskContractsQuery["settlementBooks"]>;
type Book = Books["edges"][number]["node"];

const TEXTS = {
  title: { zh: "结算合同", en: "Contracts of settlement" },
  about: {
    zh: "合作企业按日结算的费率、起付金额、付款日和收款账户。一人提出，另一人同意后才生效。",
    en: "The fee, the least that is paid out, the day and the bank account by which partners are settled with. One treasurer proposes, another agrees.",
  },
  waiting: { zh: "待同意的合同", en: "Contracts that wait for another treasurer" },
  more: { zh: "只列出最早的 20 份，处理后显示后面的。", en: "The 20 longest are shown; the others follow." },
  settled: { zh: "已有合同的合作企业", en: "Partners that are settled with" },
  none: { zh: "还没有合作企业签订结算合同。", en: "No partner is settled with yet." },
  partner: { zh: "合作企业", en: "Partner" },
  kind: { zh: "结算身份", en: "As" },
  from: { zh: "起始日", en: "From" },
  proposed: { zh: "提出时间", en: "Proposed" },
  by: { zh: "处理", en: "To do" },
  own: { zh: "您提出，等待另一人", en: "Yours: another one agrees" },
  other: { zh: "待您同意", en: "For you to agree to" },
  fee: { zh: "现行手续费", en: "Fee of today" },
  later: { zh: "尚未生效", en: "Not begun yet" },
  through: { zh: "已结算至", en: "Settled through" },
  carried: { zh: "结转余额", en: "Carried forward" },
  next: { zh: "后面的合作企业", en: "Further partners" },
  first: { zh: "回到开头", en: "Back to the first" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/treasury/contracts");

export function ContractsPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(CONTRACTS, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <Answered asked={asked}>
        {({ proposedSettlementContracts: proposed, settlementBooks }, errors) => {
          const trouble =
            troubleAt(errors, ["proposedSettlementContracts"]) ?? troubleAt(errors, ["settlementBooks"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return (
            <>
              {proposed && proposed.edges.length > 0 && <WaitingContracts of={proposed} />}
              {settlementBooks && <Settled of={settlementBooks} isLater={after !== undefined} />}
            </>
          );
        }}
      </Answered>
      <FindContracts />
      <BackToTreasury />
    </Page>
  );
}

function WaitingContracts({ of: { edges, pageInfo } }: { readonly of: Proposed }): ReactNode {
  const { say, language } = useTexts();
  return (
    <section className="part">
      <Table<Waiting>
        caption={say(TEXTS.waiting)}
        keyOf={({ id }) => id}
        rows={edges.map(({ node }) => node)}
        columns={[
          {
            head: say(TEXTS.partner),
            cell: ({ partner, partnerName, kind }) => (
              <ToPartner partner={partner} kind={kind} name={partnerName} />
            ),
            kind: "wide",
          },
          { head: say(TEXTS.kind), cell: ({ kind }) => say(SETTLED_KINDS[kind]) },
          { head: say(TEXTS.from), cell: ({ effectiveFrom }) => day(effectiveFrom, language) },
          { head: say(TEXTS.proposed), cell: ({ proposedAt }) => moment(proposedAt, language) },
          {
            head: say(TEXTS.by),
            cell: ({ isOwn }) => (
              <Tag tone={isOwn ? "wait" : "act"}>{say(isOwn ? TEXTS.own : TEXTS.other)}</Tag>
            ),
          },
        ]}
      />
      {pageInfo.hasNextPage && <p className="soft">{say(TEXTS.more)}</p>}
    </section>
  );
}

type ToPartnerProps = {
  readonly partner: string;
  readonly kind: Book["kind"];
  readonly name: string | null;
};

function ToPartner({ partner, kind, name }: ToPartnerProps): ReactNode {
  return (
    <Link to="/desk/treasury/contracts/$kind/$partner" params={{ kind, partner }}>
      {name ?? <code>{partner}</code>}
    </Link>
  );
}

type SettledProps = { readonly of: Books; readonly isLater: boolean };

function Settled({ of: { edges, pageInfo }, isLater }: SettledProps): ReactNode {
  const { say, language } = useTexts();
  if (edges.length === 0 && !isLater) return <p className="part">{say(TEXTS.none)}</p>;
  return (
    <section className="part">
      <Table<Book>
        caption={say(TEXTS.settled)}
        keyOf={({ partner, kind }) => `${kind} ${partner?.id ?? ""}`}
        rows={edges.map(({ node }) => node)}
        columns={[
          {
            head: say(TEXTS.partner),
            cell: ({ partner, kind }) =>
              partner && <ToPartner partner={partner.id} kind={kind} name={partner.name} />,
            kind: "wide",
          },
          { head: say(TEXTS.kind), cell: ({ kind }) => say(SETTLED_KINDS[kind]) },
          {
            head: say(TEXTS.fee),
            cell: ({ contract }) => say(contract ? feeText(contract) : TEXTS.later),
            kind: "wide",
          },
          { head: say(TEXTS.through), cell: ({ through }) => through && day(through, language) },
          { head: say(TEXTS.carried), cell: ({ carried }) => yuan(carried), kind: "number" },
        ]}
      />
      <div className="row">
        {isLater && (
          <Link className="link-target" to="/desk/treasury/contracts" search={{}}>
            {say(TEXTS.first)}
          </Link>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <Link className="link-target" to="/desk/treasury/contracts" search={{ after: pageInfo.endCursor }}>
            {say(TEXTS.next)}
          </Link>
        )}
      </div>
    </section>
  );
}
