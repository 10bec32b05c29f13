import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { BegunPaymentFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { isUnderWay, PaymentEnd } from "./payment-end.tsx";
import type { PaymentOf } from "./use-payment.ts";

const TEXTS = {
  underWay: { zh: "正在核实支付结果", en: "We are finding out how your payment ended" },
  underWayText: {
    zh: "支付渠道还没有给出结果。过几秒再查一次；不会重复扣款。",
    en: "The payment channel has not told yet. Look again in a few seconds; you are not charged twice.",
  },
  look: { zh: "再查一次", en: "Look again" },
  looking: { zh: "正在查询…", en: "Looking…" },
  channel: { zh: "去支付渠道完成", en: "Go on at the payment channel" },
  anew: { zh: "重新支付", en: "Pay again" },
  refused: { zh: "这笔没有支付", en: "Nothing was paid" },
  first: { zh: "查看先付的那一笔", en: "See the payment that came first" },
  lost: {
    zh: "没有收到支付结果。重试用的是同一笔，不会重复扣款。",
    en: "We did not hear how the payment ended. Trying again is the same payment: you are not charged twice.",
  },
} satisfies Record<string, Text>;

/** How a payment has ended, or why nobody knows, and what there is to do. */
export function PaymentOutcome<Wish>({ of }: { readonly of: PaymentOf<Wish> }): ReactNode {
  const { say } = useTexts();
  const { outcome, isSending, pay, beginAnew } = of;
  if (!outcome) return null;
  if (outcome.kind === "payment") return <StateOf payment={outcome.payment} of={of} />;
  if (outcome.kind === "trouble") {
    return (
      <>
        <TroubleNotice trouble={outcome.trouble} again={() => pay()} isAsking={isSending} />
        {outcome.trouble.kind !== "signed-out" && <p>{say(TEXTS.lost)}</p>}
      </>
    );
  }
  return (
    <Notice tone="bad" title={say(TEXTS.refused)} isNews>
      <p>{outcome.message}</p>
      {outcome.by ? (
        <Link className="link-target" to="/bills/paid" search={{ payment: outcome.by }}>
          {say(TEXTS.first)}
        </Link>
      ) : (
        <button className="button button-plain" type="button" onClick={beginAnew}>
          {say(TEXTS.anew)}
        </button>
      )}
    </Notice>
  );
}

type StateProps<Wish> = { readonly payment: BegunPaymentFragment; readonly of: PaymentOf<Wish> };

function StateOf<Wish>({ payment, of: { isSending, look, beginAnew } }: StateProps<Wish>): ReactNode {
  const { say } = useTexts();
  const { status, goOnUrl } = payment;
  if (!isUnderWay(status)) {
    const anew = (
      <button className="button" type="button" onClick={beginAnew}>
        {say(TEXTS.anew)}
      </button>
    );
    return <PaymentEnd of={payment} anew={anew} />;
  }
  return (
    <Notice tone="act" title={say(TEXTS.underWay)} isNews>
      <p>{say(TEXTS.underWayText)}</p>
      {goOnUrl && (
        <a className="button" href={goOnUrl} rel="noreferrer">
          {say(TEXTS.channel)}
        </a>
      )}
      <button className="button button-plain" type="button" onClick={look} aria-disabled={isSending}>
        {say(isSending ? TEXTS.looking : TEXTS.look)}
      </button>
    </Notice>
  );
}
