import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { sumOf, yuan } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalBillsToPayQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToBills } from "../payments/back-to-bills.tsx";
import { PayForm } from "../payments/pay-form.tsx";
import { PaymentOutcome } from "../payments/payment-outcome.tsx";
import { BillLine } from "./bill-line.tsx";
import { useBillsPayment } from "./use-bills-payment.ts";

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
    paymentChannels {
      ...OfferedChannelParts
    }
  }
`);

type Node = NonNullable<NonNullable<PortalBillsToPayQuery["nodes"]>[number]>;
type Bill = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "核对并缴费", en: "Check and pay" },
  bills: { zh: "要缴的账单", en: "What you pay" },
  total: { zh: "合计", en: "In all" },
  pay: { zh: "确认缴费", en: "Pay now" },
  nothing: { zh: "这里没有可缴的账单。", en: "There is no bill to be paid here." },
  others: { zh: "有的账单现在不用缴了", en: "Not all of these are to be paid now" },
} satisfies Record<string, Text>;

const payOthers = (amount: string): Text => ({
  zh: `缴其余的 ${yuan(amount)}`,
  en: `Pay the others, ${yuan(amount)}`,
});

const route = getRouteApi("/bills/pay");

export function PayPage(): ReactNode {
  const { say } = useTexts();
  const { bills } = route.useSearch();
  const ids = bills.split(",").filter(Boolean).sort();
  const asked = useOwnAnswer(BILLS_TO_PAY, { ids });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ nodes, paymentChannels }, errors) => {
          const trouble = troubleAt(errors, ["paymentChannels"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const found = (nodes ?? []).filter(isBill);
          return <Payable key={bills} ids={ids} bills={found} channels={paymentChannels ?? []} />;
        }}
      </Answered>
      <p>
        <BackToBills />
      </p>
    </Page>
  );
}

const isBill = (node: object | null): node is Bill => node !== null && "owed" in node;

type PayableProps = {
  readonly ids: readonly string[];
  readonly bills: readonly Bill[];
  readonly channels: NonNullable<PortalBillsToPayQuery["paymentChannels"]>;
};

function Payable({ ids, bills, channels }: PayableProps): ReactNode {
  const { say } = useTexts();
  const payment = useBillsPayment(ids);
  const due = bills.filter(({ status }) => status === "DUE");
  if (payment.outcome && payment.outcome.kind !== "trouble") return <PaymentOutcome of={payment} />;
  if (due.length === 0 && !payment.begun) {
    return (
      <div className="part">
        <p>{say(TEXTS.nothing)}</p>
        <BillList bills={bills} />
      </div>
    );
  }
  if (due.length < ids.length && !payment.begun) return <Remaining all={bills} due={due} />;
  // Those of a payment that was begun are due no more.
  const toPay = payment.begun ? bills : due;
  return (
    <>
      <PaymentOutcome of={payment} />
      <section className="part">
        <h2>{say(TEXTS.bills)}</h2>
        <BillList bills={bills} />
        <Facts
          of={[
            [
              say(TEXTS.total),
              <span key="total" className="big">
                <Money amount={sumOf(toPay.map(({ owed }) => owed))} />
              </span>,
            ],
          ]}
        />
        <PayForm payment={payment} channels={channels} label={say(TEXTS.pay)} wish={() => ({ wish: ids })} />
      </section>
    </>
  );
}

/** A payment sends the bills whose sum it shows: where not all are due, those that are make one of their own. */
function Remaining({
  all,
  due,
}: {
  readonly all: readonly Bill[];
  readonly due: readonly Bill[];
}): ReactNode {
  const { say } = useTexts();
  return (
    <Notice tone="act" title={say(TEXTS.others)}>
      <BillList bills={all} />
      <Link className="button" to="/bills/pay" search={{ bills: due.map(({ id }) => id).join(",") }} replace>
        {say(payOthers(sumOf(due.map(({ owed }) => owed))))}
      </Link>
    </Notice>
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
