import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { sumOf } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalBillsToPayQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToBills } from "../payments/back-to-bills.tsx";
import { BillLine } from "./bill-line.tsx";
import { ChannelChoice, ChannelName, firstFieldOf, type OfferedChannel } from "./channel-choice.tsx";
import { PaymentOutcome } from "./payment-outcome.tsx";
import { type PaymentOfBills, usePayment } from "./use-payment.ts";

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
      channel
      name {
        zh
        en
      }
      isHosted
      takesReturnPath
    }
  }
`);

type Node = NonNullable<NonNullable<PortalBillsToPayQuery["nodes"]>[number]>;
type Bill = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "核对并缴费", en: "Check and pay" },
  bills: { zh: "要缴的账单", en: "What you pay" },
  channel: { zh: "支付方式", en: "Paid with" },
  noChannel: { zh: "请选择怎么支付", en: "Choose how to pay" },
  noChannels: { zh: "现在不能在网上缴费", en: "Bills cannot be paid here right now" },
  noChannelsText: {
    zh: "请稍后再来，或到收费单位的营业厅缴费。账单不会丢失。",
    en: "Come back later, or pay at the biller's counter. Your bills stay where they are.",
  },
  total: { zh: "合计", en: "In all" },
  pay: { zh: "确认缴费", en: "Pay now" },
  goOn: { zh: "继续上次缴费", en: "Go on with this payment" },
  sending: { zh: "正在支付，请不要离开…", en: "Paying, please stay here…" },
  goOnText: {
    zh: "您上次缴费时没有收到结果。继续时用的是同一笔，不会重复扣款。",
    en: "You began this payment before and its answer was lost. Going on is the same payment: you are not charged twice.",
  },
  nothing: { zh: "这里没有可缴的账单。", en: "There is no bill to be paid here." },
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
        {({ nodes, paymentChannels }, errors) => {
          const trouble = troubleAt(errors, ["paymentChannels"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const found = (nodes ?? []).filter(isBill);
          return <Payable key={bills} ids={ids} bills={found} offered={paymentChannels ?? []} />;
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
  readonly offered: readonly OfferedChannel[];
};

function Payable({ ids, bills, offered }: PayableProps): ReactNode {
  const { say } = useTexts();
  const payment = usePayment(ids);
  const due = bills.filter(({ status }) => status === "DUE");
  if (payment.outcome && payment.outcome.kind !== "trouble") return <PaymentOutcome of={payment} />;
  if (due.length === 0 && !payment.begunBy) {
    return (
      <div className="part">
        <p>{say(TEXTS.nothing)}</p>
        <BillList bills={bills} />
      </div>
    );
  }
  // Those of a payment that was begun are due no more.
  const toPay = payment.begunBy ? bills : due;
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
        {offered.length === 0 && !payment.begunBy ? (
          <Notice tone="bad" title={say(TEXTS.noChannels)}>
            <p>{say(TEXTS.noChannelsText)}</p>
          </Notice>
        ) : (
          <PayForm payment={payment} offered={offered} />
        )}
      </section>
    </>
  );
}

type PayFormProps = { readonly payment: PaymentOfBills; readonly offered: readonly OfferedChannel[] };

/** Where there is one channel, or a payment was begun by one, nothing is asked. */
function PayForm({ payment, offered }: PayFormProps): ReactNode {
  const { say } = useTexts();
  const { begunBy, outcome, isSending, pay } = payment;
  const [chosen, choose] = useState<OfferedChannel>();
  const [isWrong, setWrong] = useState(false);
  const only = offered.length === 1 ? offered[0] : undefined;
  const way = begunBy ? offered.find(({ channel }) => channel === begunBy) : (only ?? chosen);
  const problem = isWrong && !begunBy && !way ? say(TEXTS.noChannel) : undefined;
  return (
    <form
      className="waiting"
      onSubmit={(event) => {
        event.preventDefault();
        setWrong(true);
        pay(way);
      }}
    >
      <ErrorSummary problems={problem ? [{ field: firstFieldOf(offered), text: problem }] : []} />
      {begunBy || only ? (
        <Facts of={[[say(TEXTS.channel), way && <ChannelName of={way} />]]} />
      ) : (
        <ChannelChoice {...{ offered, chosen, choose, problem }} />
      )}
      {begunBy && !outcome && !isSending && <p>{say(TEXTS.goOnText)}</p>}
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : begunBy ? TEXTS.goOn : TEXTS.pay)}
      </button>
    </form>
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
