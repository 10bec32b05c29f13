import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalPaymentQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { type Asked, useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { usePolling } from "../../shared/graphql/use-polling.ts";
import { useSession } from "../../shared/sign-in/session.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToBills } from "../payments/back-to-bills.tsx";
import { isUnderWay, PaymentEnd } from "./payment-end.tsx";
import { forgetOrder } from "./use-payment.ts";

const PAYMENT = graphql(`
  query PortalPayment($id: ID!) {
    payment(id: $id) {
      id
      status
      bills {
        bill
      }
      ...PaymentEndParts
    }
  }
`);

type Payment = NonNullable<PortalPaymentQuery["payment"]>;

const TEXTS = {
  title: { zh: "缴费结果", en: "Your payment" },
  none: { zh: "没有这笔支付。", en: "There is no such payment of yours." },
  asking: { zh: "正在核实支付结果…", en: "We are finding out how your payment ended…" },
  askingText: {
    zh: "一般只要几秒，结果会自动显示在这里。",
    en: "It takes a few seconds as a rule. You will see it here without doing anything.",
  },
  late: { zh: "支付渠道还没有给出结果", en: "The payment channel has not told yet" },
  lateText: {
    zh: "您不必在这里等。结果和收据会出现在缴费记录里；在此之前请不要另付一次。",
    en: "You need not wait here. The result and the receipt will be among your payments; do not pay another way meanwhile.",
  },
  look: { zh: "再查一次", en: "Look again" },
  looking: { zh: "正在查询…", en: "Looking…" },
  goOn: { zh: "还没有支付？继续这次缴费", en: "You have not paid yet? Go on with this payment" },
  anew: { zh: "重新缴费", en: "Pay again" },
  payments: { zh: "缴费记录和收据", en: "Payments and receipts" },
} satisfies Record<string, Text>;

const route = getRouteApi("/bills/paid");

/** Where a channel sends the payer back to. That they come back says nothing: the platform says how it ended. */
export function PaidPage(): ReactNode {
  const { say } = useTexts();
  const { payment: id } = route.useSearch();
  const asked = useOwnAnswer(PAYMENT, { id });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ payment }, errors) => {
          const trouble = troubleAt(errors, ["payment"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!payment) return <p>{say(TEXTS.none)}</p>;
          return <StateOf key={id} payment={payment} asked={asked} />;
        }}
      </Answered>
      <p className="row">
        <Link className="link-target" to="/bills/payments">
          {say(TEXTS.payments)}
        </Link>
        <BackToBills />
      </p>
    </Page>
  );
}

type StateProps = { readonly payment: Payment; readonly asked: Pick<Asked<unknown>, "isAsking" | "again"> };

function StateOf({ payment, asked }: StateProps): ReactNode {
  const { say } = useTexts();
  const { person = "" } = useSession();
  const isOpen = isUnderWay(payment.status);
  const polling = usePolling(isOpen, asked);
  const bills = payment.bills
    .map(({ bill }) => bill)
    .sort()
    .join(",");
  useEffect(() => {
    if (!isOpen) forgetOrder(person, bills.split(","));
  }, [isOpen, person, bills]);
  if (!isOpen) {
    const anew = (
      <Link className="button" to="/bills/pay" search={{ bills }}>
        {say(TEXTS.anew)}
      </Link>
    );
    return <PaymentEnd of={payment} anew={anew} />;
  }
  return (
    <Notice tone="act" title={say(polling.hasEnded ? TEXTS.late : TEXTS.asking)} isNews>
      <p>{say(polling.hasEnded ? TEXTS.lateText : TEXTS.askingText)}</p>
      {polling.hasEnded && (
        <button className="button" type="button" onClick={polling.beginAnew} aria-disabled={asked.isAsking}>
          {say(asked.isAsking ? TEXTS.looking : TEXTS.look)}
        </button>
      )}
      <Link className="link-target" to="/bills/pay" search={{ bills }}>
        {say(TEXTS.goOn)}
      </Link>
    </Notice>
  );
}
