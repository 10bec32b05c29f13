import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { yuan } from "../../shared/format/money.ts";
import type { DeskTreasuryQuery, LedgerAccountKind } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { FindAccount } from "./find-account.tsx";
import { RecordDeposit } from "./record-deposit.tsx";
import { BOOKS } from "./treasury-operations.ts";
import { BROKEN, DIFFERENCES, KINDS } from "./treasury-words.ts";

type Books = NonNullable<DeskTreasuryQuery["trialBalance"]>;

const TEXTS = {
  title: { zh: "资金", en: "Treasury" },
  payouts: { zh: "待付款项", en: "Payouts" },
  paidIn: { zh: "渠道结算到账", en: "What channels have paid" },
  bankFile: { zh: "银行回单文件", en: "The bank's file" },
  chargebacks: { zh: "拒付文件", en: "Chargebacks" },
  clearing: { zh: "运营方清分", en: "Clearing between operators" },
  refund: { zh: "退款", en: "Give a payment back" },
  fares: { zh: "公共交通票价", en: "Fares of transit" },
  contracts: { zh: "结算合同", en: "Contracts of settlement" },
  contractsWait: {
    zh: "有结算合同等待另一名资金人员同意。",
    en: "Contracts of settlement wait for another treasurer.",
  },
  ofChannels: { zh: "待查款项", en: "Differences of payment channels" },
  none: {
    zh: "还没有完成过核对。平台每天核对一次总账，完成后这里显示试算平衡表。",
    en: "The books have not been verified yet. They are once a day; the trial balance appears here afterwards.",
  },
  right: { zh: "账目平衡，核对没有发现差异", en: "The books balance, and nothing differs" },
  wrong: { zh: "账目有差异", en: "The books are not right" },
  whatToDo: {
    zh: "有程序绕过总账写了数据。请先查看下列账户的明细，把差异告诉平台运维；总账只能用新的转账更正，改正后由下一次核对确认。",
    en: "Something has written past the ledger. Look at the accounts below and tell the platform's operators; books are corrected by a new transfer alone, and the next verification confirms it.",
  },
  balance: { zh: "试算平衡表", en: "Trial balance" },
  kind: { zh: "账户类别", en: "Kind of account" },
  debits: { zh: "借方发生额", en: "Debits" },
  credits: { zh: "贷方发生额", en: "Credits" },
  amount: { zh: "余额", en: "Balance" },
  about: { zh: "说明", en: "Meaning" },
  total: { zh: "合计", en: "In all" },
  imbalance: { zh: "不平差额", en: "Imbalance" },
  differences: { zh: "差异", en: "Differences" },
  account: { zh: "账户", en: "Account" },
  what: { zh: "问题", en: "Problem" },
  recorded: { zh: "账面", en: "As recorded" },
  recomputed: { zh: "按转账重算", en: "From its transfers" },
  broken: { zh: "有问题的转账", en: "Transfers that are not right" },
  transfer: { zh: "转账编号", en: "Transfer" },
} satisfies Record<string, Text>;

const waiting = (since: string): Text => ({
  zh: `有待查款项等待处理，最早的于 ${since} 发现。`,
  en: `Differences of payment channels wait for treasurers, the oldest since ${since}.`,
});
const stands = ({ asOf, verifiedAt }: { readonly asOf: string; readonly verifiedAt: string }): Text => ({
  zh: `截至 ${asOf} 的账目，${verifiedAt} 核对完成。`,
  en: `The books as they stood on ${asOf}; verified on ${verifiedAt}.`,
});
const shown = (listed: number, all: number): Text => ({
  zh: `共 ${all} 项，列出前 ${listed} 项。`,
  en: `${all} in all; the first ${listed} are listed.`,
});

export function TreasuryPage(): ReactNode {
  const { say, language } = useTexts();
  const asked = useOwnAnswer(BOOKS, {});
  return (
    <Page title={say(TEXTS.title)}>
      <div className="buttons">
        <Link className="button button-plain" to="/desk/treasury/payouts">
          {say(TEXTS.payouts)}
        </Link>
        <Link className="button button-plain" to="/desk/treasury/differences" search={{}}>
          {say(TEXTS.ofChannels)}
        </Link>
        <Link className="button button-plain" to="/desk/treasury/channels" search={{}}>
          {say(TEXTS.paidIn)}
        </Link>
        <Link className="button button-plain" to="/desk/treasury/contracts" search={{}}>
          {say(TEXTS.contracts)}
        </Link>
        <Link className="button button-plain" to="/desk/treasury/bank-file">
          {say(TEXTS.bankFile)}
        </Link>
        <Link className="button button-plain" to="/desk/treasury/chargebacks">
          {say(TEXTS.chargebacks)}
        </Link>
        <Link className="button button-plain" to="/desk/treasury/clearing" search={{}}>
          {say(TEXTS.clearing)}
        </Link>
        <Link className="button button-plain" to="/desk/treasury/refund">
          {say(TEXTS.refund)}
        </Link>
        <Link className="button button-plain" to="/desk/treasury/fares" search={{}}>
          {say(TEXTS.fares)}
        </Link>
      </div>
      <Answered asked={asked}>
        {({ trialBalance, channelDifferences, proposedSettlementContracts: proposed }, errors) => {
          const trouble = troubleAt(errors, ["trialBalance"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const since = channelDifferences?.edges[0]?.node.foundAt;
          return (
            <>
              {since && <Notice tone="act" title={say(waiting(moment(since, language)))} />}
              {proposed?.edges.length ? <Notice tone="act" title={say(TEXTS.contractsWait)} /> : undefined}
              {trialBalance ? <BooksOf books={trialBalance} /> : <Notice title={say(TEXTS.none)} />}
            </>
          );
        }}
      </Answered>
      <div className="parts">
        <FindAccount />
        <RecordDeposit />
      </div>
    </Page>
  );
}

function BooksOf({ books }: { readonly books: Books }): ReactNode {
  const { say, language } = useTexts();
  const { differenceCount, brokenTransferCount, imbalance } = books;
  const isRight = differenceCount + brokenTransferCount === 0 && imbalance === "0.00";
  const [asOf, verifiedAt] = [moment(books.asOf, language), moment(books.verifiedAt, language)];
  return (
    <>
      <Notice tone={isRight ? "good" : "bad"} title={say(isRight ? TEXTS.right : TEXTS.wrong)}>
        <p>{say(stands({ asOf, verifiedAt }))}</p>
        {!isRight && <p>{say(TEXTS.whatToDo)}</p>}
      </Notice>
      <Differences of={books} />
      <Broken of={books} />
      <TrialBalance of={books} />
    </>
  );
}

type Line = {
  readonly kind: LedgerAccountKind | "TOTAL";
  readonly debits: string;
  readonly credits: string;
  readonly balance: string;
};

/** The totals are the platform's own: they are shown beside the lines whether they fit or not. */
function TrialBalance({ of: { lines, debits, credits, imbalance } }: { readonly of: Books }): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <Table<Line>
        caption={say(TEXTS.balance)}
        keyOf={({ kind }) => kind}
        rows={[...lines, { kind: "TOTAL", debits, credits, balance: imbalance }]}
        columns={[
          { head: say(TEXTS.kind), cell: ({ kind }) => <KindName of={kind} /> },
          { head: say(TEXTS.debits), cell: (line) => yuan(line.debits), kind: "number" },
          { head: say(TEXTS.credits), cell: (line) => yuan(line.credits), kind: "number" },
          {
            head: say(TEXTS.amount),
            cell: ({ kind, balance }) =>
              kind === "TOTAL" ? `${say(TEXTS.imbalance)} ${yuan(balance)}` : yuan(balance),
            kind: "number",
          },
          {
            head: say(TEXTS.about),
            cell: ({ kind }) => (kind === "TOTAL" ? "" : say(KINDS[kind].about)),
            kind: "wide",
          },
        ]}
      />
    </section>
  );
}

function KindName({ of }: { readonly of: Line["kind"] }): ReactNode {
  const { say } = useTexts();
  if (of === "TOTAL") return say(TEXTS.total);
  if (of === "CARD") return say(KINDS.CARD.name);
  return (
    <Link to="/desk/treasury/kinds/$kind" params={{ kind: of }}>
      {say(KINDS[of].name)}
    </Link>
  );
}

type Difference = Books["differences"][number];

function Differences({ of: { differences, differenceCount } }: { readonly of: Books }): ReactNode {
  const { say } = useTexts();
  if (differenceCount === 0) return null;
  return (
    <section className="part">
      <p className="soft">{say(shown(differences.length, differenceCount))}</p>
      <Table<Difference>
        caption={say(TEXTS.differences)}
        keyOf={({ partition, what }) => `${partition} ${what}`}
        rows={differences}
        columns={[
          {
            head: say(TEXTS.account),
            cell: ({ account, partition }) => (
              <Link to="/desk/treasury/accounts/$id" params={{ id: account }}>
                {partition}
              </Link>
            ),
          },
          { head: say(TEXTS.what), cell: ({ what }) => say(DIFFERENCES[what]), kind: "wide" },
          { head: say(TEXTS.recorded), cell: ({ recorded }) => yuan(recorded), kind: "number" },
          { head: say(TEXTS.recomputed), cell: ({ recomputed }) => yuan(recomputed), kind: "number" },
        ]}
      />
    </section>
  );
}

type BrokenTransfer = Books["brokenTransfers"][number];

function Broken({ of: { brokenTransfers, brokenTransferCount } }: { readonly of: Books }): ReactNode {
  const { say } = useTexts();
  if (brokenTransferCount === 0) return null;
  return (
    <section className="part">
      <p className="soft">{say(shown(brokenTransfers.length, brokenTransferCount))}</p>
      <Table<BrokenTransfer>
        caption={say(TEXTS.broken)}
        keyOf={({ id, what }) => `${id} ${what}`}
        rows={brokenTransfers}
        columns={[
          { head: say(TEXTS.transfer), cell: ({ id }) => <code>{id}</code> },
          { head: say(TEXTS.what), cell: ({ what }) => say(BROKEN[what]), kind: "wide" },
        ]}
      />
    </section>
  );
}
