import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { sumOf } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalBillsToPayQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { BillLine } from "./bill-line.tsx";
import { PaymentOutcome } from "./payment-outcome.tsx";
import { usePayment } from "./use-payment.ts";

const BILLS_TO_PAY = graphql(`
  query PortalBillsToPay($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Bill {
        id
        owed
        status
        ...BillLine
      }
    }
  }
`);

type Node = NonNullable<NonNullable<PortalBillsToPayQuery["nodes"]>[number]>;
type Bill = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "核对并缴费", en: "Check and pay" },
  bills: { zh: "要缴的账单", en: "What you pay" },
  channel: { zh: "支付方式", en: "Paid with" },
  sandbox: { zh: "演示支付，不动用真钱", en: "Demonstration payment: no money moves" },
  total: { zh: "合计", en: "In all" },
  pay: { zh: "确认缴费", en: "Pay now" },
  goOn: { zh: "继续上次缴费", en: "Go on with this payment" },
  sending: { zh: "正在支付，请不要离开…", en: "Paying, please stay here…" },
  goOnText: {
    zh: "您上次缴费时没有收到结果。继续时用的是同一笔，不会重复扣款。",
    en: "You began this payment before and its answer was lost. Going on is the same payment: you are not charged twice.",
  },
  nothing: { zh: "这里没有可缴的账单。", en: "There is no bill to be paid here." },
  back: { zh: "回到账单", en: "Back to my bills" },
} satisfies Record<string, Text>;

const route = getRouteApi("/bills/pay");

export function PayPage(): ReactNode {
  const { say } = useTexts();
  const { bills } = route.useSearch();
  const ids = bills.split(",").filter(Boolean).sort();
  const asked = useOwnAnswer(BILLS_TO_PAY, { ids });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ nodes }) => <Payable key={bills} ids={ids} bills={(nodes ?? []).filter(isBill)} />}
      </Answered>
      <p>
        <Link className="link-target" to="/bills">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

const isBill = (node: object | null): node is Bill => node !== null && "owed" in node;

type PayableProps = { readonly ids: readonly string[]; readonly bills: readonly Bill[] };

function Payable({ ids, bills }: PayableProps): ReactNode {
  const { say } = useTexts();
  const payment = usePayment(ids);
  const due = bills.filter(({ status }) => status === "DUE");
  if (payment.outcome && payment.outcome.kind !== "trouble") return <PaymentOutcome of={payment} />;
  if (due.length === 0 && !payment.isBegun) {
    return (
      <div className="part">
        <p>{say(TEXTS.nothing)}</p>
        <BillList bills={bills} />
      </div>
    );
  }
  return (
    <>
      <PaymentOutcome of={payment} />
      <section className="part">
        <h2>{say(TEXTS.bills)}</h2>
        <BillList bills={bills} />
        <Facts
          of={[
            [say(TEXTS.channel), say(TEXTS.sandbox)],
            [
              say(TEXTS.total),
              <span key="total" className="big">
                <Money amount={sumOf(due.map(({ owed }) => owed))} />
              </span>,
            ],
          ]}
        />
        {payment.isBegun && !payment.outcome && !payment.isSending && <p>{say(TEXTS.goOnText)}</p>}
        <button className="button" type="button" onClick={payment.pay} aria-disabled={payment.isSending}>
          {say(payment.isSending ? TEXTS.sending : payment.isBegun ? TEXTS.goOn : TEXTS.pay)}
        </button>
      </section>
    </>
  );
}

function BillList({ bills }: { readonly bills: readonly Bill[] }): ReactNode {
  return (
    <ul className="rows">
      {bills.map((bill) => (
        <li key={bill.id}>
          <BillLine bill={bill} />
        </li>
      ))}
    </ul>
  );
}
