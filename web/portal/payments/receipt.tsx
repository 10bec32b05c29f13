import type { ReactNode } from "react";
import { moment, period } from "../../shared/format/dates.ts";
import { isNothing, yuan } from "../../shared/format/money.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { ReceiptPartsFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Table } from "../../shared/ui/table.tsx";

const FRAGMENT = graphql(`
  fragment ReceiptParts on Receipt {
    number
    issuedAt
    payer
    amount
    withoutTax
    tax
    notTaxed
    refunded
    lines {
      biller
      billNumber
      from
      to
      card
      amount
      lateFee
      tax
    }
  }
`);

type Line = ReceiptPartsFragment["lines"][number];

const TEXTS = {
  title: { zh: "收据", en: "Receipt" },
  number: { zh: "收据号", en: "Number" },
  issued: { zh: "开具时间", en: "Issued" },
  payer: { zh: "缴款人", en: "Payer" },
  amount: { zh: "金额", en: "Amount" },
  withoutTax: { zh: "不含税金额", en: "Price without tax" },
  tax: { zh: "税额", en: "Tax" },
  notTaxed: { zh: "不征税金额", en: "Not taxed" },
  refunded: { zh: "退款（含退款中）", en: "Given back or on its way back" },
  lines: { zh: "明细", en: "What was paid" },
  what: { zh: "项目", en: "For" },
  topUp: { zh: "交通卡充值", en: "Transit card top-up" },
  lateFee: { zh: "含违约金", en: "late fee included" },
  noInvoice: {
    zh: "本收据不是发票；发票由收费单位开具。",
    en: "This is no invoice (fapiao): those are issued by the billers.",
  },
  print: { zh: "打印", en: "Print" },
} satisfies Record<string, Text>;

export function Receipt({ receipt }: { readonly receipt: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const given = readFragment(FRAGMENT, receipt);
  const { number, issuedAt, payer, amount, withoutTax, tax, notTaxed, refunded, lines } = given;
  const money = (of: string): ReactNode => (isNothing(of) ? undefined : <Money amount={of} />);
  return (
    <section className="part receipt">
      <h2>{say(TEXTS.title)}</h2>
      <Facts
        of={[
          [say(TEXTS.number), number],
          [say(TEXTS.issued), moment(issuedAt, language)],
          [say(TEXTS.payer), payer],
          [say(TEXTS.amount), <Money key="amount" amount={amount} />],
          [say(TEXTS.withoutTax), money(withoutTax)],
          [say(TEXTS.tax), money(tax)],
          [say(TEXTS.notTaxed), money(notTaxed)],
          [say(TEXTS.refunded), money(refunded)],
        ]}
      />
      <Table<Line>
        caption={say(TEXTS.lines)}
        keyOf={({ billNumber, card }) => billNumber ?? card ?? ""}
        rows={lines}
        columns={[
          { head: say(TEXTS.what), cell: (line) => <Subject of={line} />, kind: "wide" },
          { head: say(TEXTS.tax), cell: (line) => yuan(line.tax), kind: "number" },
          { head: say(TEXTS.amount), cell: (line) => yuan(line.amount), kind: "number" },
        ]}
      />
      <p className="soft small">{say(TEXTS.noInvoice)}</p>
      <button className="button button-plain no-print" type="button" onClick={() => print()}>
        {say(TEXTS.print)}
      </button>
    </section>
  );
}

function Subject({ of: { biller, billNumber, from, to, lateFee } }: { readonly of: Line }): ReactNode {
  const { say, language } = useTexts();
  return (
    <span className="stack-tight">
      <span>{biller ?? say(TEXTS.topUp)}</span>
      <span className="soft small">
        {billNumber} {from && to && period(from, to, language)}
        {!isNothing(lateFee) && ` (${say(TEXTS.lateFee)} ${yuan(lateFee)})`}
      </span>
    </span>
  );
}
