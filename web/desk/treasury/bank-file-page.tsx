import type { ReactNode } from "react";
import { amountOf } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { BankOutcome } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Page } from "../../shared/ui/page.tsx";
import { BackToTreasury } from "./back-to-treasury.tsx";
import { AMOUNT, type FileColumn, type FileRow, NO_AMOUNT } from "./row-file.ts";
import { RowFileForm } from "./row-file-form.tsx";
import { PAYOUT_STATUSES } from "./treasury-words.ts";

const TAKE = graphql(`
  mutation DeskTakeBankAnswers($rows: [BankAnswerInput!]!) {
    taken: takeBankAnswers(rows: $rows) {
      __typename
      ... on Payout {
        id
        status
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "银行回单文件", en: "The bank's file" },
  about: {
    zh: "银行对付款指令的答复：已付款、拒付，或付款后被收款银行退回。退回的款项重新应付给收款人，由其另选账户。",
    en: "What the bank says of the payouts that it was told to make: paid, refused, or paid and sent back. One that was sent back is owed again, and its payee names another account.",
  },
  noOutcome: { zh: "outcome 须为 paid、refused 或 returned", en: "outcome is paid, refused or returned" },
} satisfies Record<string, Text>;

const COLUMNS: readonly FileColumn[] = [
  { name: "payout", about: { zh: "付款编号（pyo_…）", en: "The payout's id (pyo_…)" } },
  {
    name: "outcome",
    about: {
      zh: "paid 已付款，refused 拒付，returned 付款后退回",
      en: "paid, refused, or returned for one that was paid and sent back",
    },
  },
  AMOUNT,
  {
    name: "bankReference",
    about: {
      zh: "银行流水号，已付款和退回的行必填",
      en: "The bank's number of the transfer, of what was paid or sent back",
    },
    isOptional: true,
  },
  {
    name: "reason",
    about: { zh: "拒付或退回的原因", en: "Why it was refused or sent back" },
    isOptional: true,
  },
];

const OUTCOMES = { PAID: true, REFUSED: true, RETURNED: true } as const satisfies Record<BankOutcome, true>;
const isOutcome = (text: string): text is BankOutcome => Object.hasOwn(OUTCOMES, text);

function inputOf({
  payout = "",
  outcome = "",
  amount = "",
  bankReference = "",
  reason = "",
}: FileRow["cells"]) {
  const [said, sum] = [outcome.toUpperCase(), amountOf(amount)];
  if (!isOutcome(said)) return { problem: TEXTS.noOutcome };
  if (sum === undefined) return { problem: NO_AMOUNT };
  return {
    ...{ payout, outcome: said, amount: sum },
    ...(bankReference ? { bankReference } : {}),
    ...(reason ? { reason } : {}),
  };
}

/** The bank's answers about payouts, row by row. */
export function BankFilePage(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <RowFileForm
        {...{
          id: "bank-rows",
          columns: COLUMNS,
          document: TAKE,
          inputOf,
          subject: "payout",
        }}
        outcomeOf={({ status }) => PAYOUT_STATUSES[status]}
      />
      <BackToTreasury />
    </Page>
  );
}
