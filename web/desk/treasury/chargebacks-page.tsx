import type { ReactNode } from "react";
import { amountOf } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { ChargebackKind } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Page } from "../../shared/ui/page.tsx";
import { BackToTreasury } from "./back-to-treasury.tsx";
import { AMOUNT, type FileColumn, type FileRow, NO_AMOUNT } from "./row-file.ts";
import { RowFileForm } from "./row-file-form.tsx";

const TAKE = graphql(`
  mutation DeskTakeChargebacks($rows: [ChargebackRowInput!]!) {
    taken: takeChargebacks(rows: $rows) {
      __typename
      ... on Chargeback {
        id
        reversedAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "拒付文件", en: "Chargebacks of a gateway" },
  about: {
    zh: "支付渠道文件中被付款人银行撤回的款项，及争议后重新到账的款项。由收款方承担，在其下一次结算中体现；账单仍为已缴，付款人会收到通知。",
    en: "Payments that payers' banks have taken back, by the gateway's file, and those that have come again after a contest. Those who were credited bear it, in their next settlement; the bill stays paid, and its payer is told.",
  },
  noKind: { zh: "kind 须为 chargeback 或 reversal", en: "kind is chargeback or reversal" },
  noTime: {
    zh: "at 不是时间，例如 2026-11-23T01:00:00Z",
    en: "at is no time, for example 2026-11-23T01:00:00Z",
  },
  booked: { zh: "已拒付", en: "Charged back" },
  again: { zh: "已重新到账", en: "It has come again" },
} satisfies Record<string, Text>;

const COLUMNS: readonly FileColumn[] = [
  {
    name: "kind",
    about: {
      zh: "chargeback 被撤回，reversal 争议后重新到账",
      en: "chargeback, or reversal for one that has come again after a contest",
    },
  },
  { name: "payment", about: { zh: "支付编号（pay_…）", en: "The payment's id (pay_…)" } },
  {
    name: "number",
    about: {
      zh: "渠道的拒付编号；重新到账的行用同一编号",
      en: "The gateway's own number of the chargeback; its reversal has the same",
    },
  },
  AMOUNT,
  { name: "at", about: { zh: "款项变动时间", en: "When the money moved, with its time zone" } },
];

const KINDS = { CHARGEBACK: true, REVERSAL: true } as const satisfies Record<ChargebackKind, true>;
const isKind = (text: string): text is ChargebackKind => Object.hasOwn(KINDS, text);

function inputOf({ kind = "", payment = "", number = "", amount = "", at = "" }: FileRow["cells"]) {
  const [said, sum, time] = [kind.toUpperCase(), amountOf(amount), Date.parse(at)];
  if (!isKind(said)) return { problem: TEXTS.noKind };
  if (sum === undefined) return { problem: NO_AMOUNT };
  if (Number.isNaN(time)) return { problem: TEXTS.noTime };
  return { kind: said, payment, number, amount: sum, at: new Date(time).toISOString() };
}

/** A gateway's file about payments that were taken back, row by row. */
export function ChargebacksPage(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <RowFileForm
        {...{
          id: "chargeback-rows",
          columns: COLUMNS,
          document: TAKE,
          inputOf,
          subject: "payment",
        }}
        outcomeOf={({ reversedAt }) =>
          reversedAt ? { text: TEXTS.again, tone: "good" } : { text: TEXTS.booked, tone: "act" }
        }
      />
      <BackToTreasury />
    </Page>
  );
}
