import { type ReactNode, useEffect } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalPaymentQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { type Asked, useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { FOR_A_MINUTE, usePolling } from "../../shared/graphql/use-polling.ts";
import { useSession } from "../../shared/sign-in/session.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { keepOrder, orderOf } from "./orders.ts";
import { isUnderWay, PaymentEnd } from "./payment-end.tsx";

const PAYMENT = graphql(`
  query PortalPayment($id: ID!) {
    payment(id: $id) {
      id
      status
      transitCard
      bills {
        bill
      }
      ...PaymentEndParts
    }
  }
`);

export type ReturnedPayment = NonNullable<PortalPaymentQuery["payment"]>;

const TEXTS = {
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
} satisfies Record<string, Text>;

type ReturnedPayerProps = {
  /** The payment's. */
  readonly id: string;
  /** Names what it was for, in what this tab keeps. */
  readonly purposeOf: (payment: ReturnedPayment) => string;
  /** Where it has failed: the control by which another is begun. */
  readonly anew: (payment: ReturnedPayment) => ReactNode;
  /** Where its end is not known, and this tab can go on with it: the way there. */
  readonly goOn: (payment: ReturnedPayment) => ReactNode;
};

/** Where a channel sends the payer back to. That they come back says nothing: the platform says how it ended. */
export function ReturnedPayer({ id, ...parts }: ReturnedPayerProps): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(PAYMENT, { id });
  return (
    <Answered asked={asked}>
      {({ payment }, errors) => {
        const trouble = troubleAt(errors, ["payment"]);
        if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
        if (!payment) return <p>{say(TEXTS.none)}</p>;
        return <StateOf key={id} payment={payment} asked={asked} {...parts} />;
      }}
    </Answered>
  );
}

type StateProps = Omit<ReturnedPayerProps, "id"> & {
  readonly payment: ReturnedPayment;
  readonly asked: Pick<Asked<unknown>, "isAsking" | "again">;
};

function StateOf({ payment, asked, purposeOf, anew, goOn }: StateProps): ReactNode {
  const { say } = useTexts();
  const { person = "" } = useSession();
  const isOpen = isUnderWay(payment.status);
  const polling = usePolling(isOpen, asked, FOR_A_MINUTE);
  const purpose = purposeOf(payment);
  useEffect(() => {
    if (!isOpen) keepOrder(person, purpose, undefined);
  }, [isOpen, person, purpose]);
  if (!isOpen) return <PaymentEnd of={payment} anew={anew(payment)} />;
  return (
    <Notice tone="act" title={say(polling.hasEnded ? TEXTS.late : TEXTS.asking)} isNews>
      <p>{say(polling.hasEnded ? TEXTS.lateText : TEXTS.askingText)}</p>
      {polling.hasEnded && (
        <button className="button" type="button" onClick={polling.beginAnew} aria-disabled={asked.isAsking}>
          {say(asked.isAsking ? TEXTS.looking : TEXTS.look)}
        </button>
      )}
      {orderOf(person, purpose) && goOn(payment)}
    </Notice>
  );
}
