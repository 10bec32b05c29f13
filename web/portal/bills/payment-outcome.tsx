import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { yuan } from "../../shared/format/money.ts";
import { PAYMENT_STATUSES } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Receipt } from "../payments/receipt.tsx";
import { type BillPayment, isUnderWay, type PaymentOfBills } from "./use-payment.ts";

const TEXTS = {
  underWay: { zh: "正在核实支付结果", en: "We are finding out how your payment ended" },
  underWayText: {
    zh: "支付渠道还没有给出结果。过几秒再查一次；不会重复扣款。",
    en: "The payment channel has not told yet. Look again in a few seconds; you are not charged twice.",
  },
  look: { zh: "再查一次", en: "Look again" },
  looking: { zh: "正在查询…", en: "Looking…" },
  channel: { zh: "去支付渠道完成", en: "Go on at the payment channel" },
  failed: { zh: "没有支付成功，没有扣款", en: "The payment failed, and nothing was charged" },
  failedText: { zh: "支付渠道拒绝了这笔支付。", en: "The payment channel has declined it." },
  anew: { zh: "重新缴费", en: "Pay again" },
  refused: { zh: "这笔没有支付", en: "Nothing was paid" },
  lost: {
    zh: "没有收到支付结果。重试用的是同一笔，不会重复扣款。",
    en: "We did not hear how the payment ended. Trying again is the same payment: you are not charged twice.",
  },
  payments: { zh: "缴费记录和收据", en: "Payments and receipts" },
} satisfies Record<string, Text>;
const paid = (amount: string): Text => ({
  zh: `已缴费 ${yuan(amount)}`,
  en: `You have paid ${yuan(amount)}`,
});

/** How a payment has ended, or why nobody knows, and what there is to do. */
export function PaymentOutcome({ of }: { readonly of: PaymentOfBills }): ReactNode {
  const { say } = useTexts();
  const { outcome, isSending, pay, beginAnew } = of;
  if (!outcome) return null;
  if (outcome.kind === "payment") return <EndOf payment={outcome.payment} of={of} />;
  if (outcome.kind === "trouble") {
    return (
      <>
        <TroubleNotice trouble={outcome.trouble} again={pay} isAsking={isSending} />
        {outcome.trouble.kind !== "signed-out" && <p>{say(TEXTS.lost)}</p>}
      </>
    );
  }
  return (
    <Notice tone="bad" title={say(TEXTS.refused)} isNews>
      <p>{outcome.message}</p>
      <button className="button button-plain" type="button" onClick={beginAnew}>
        {say(TEXTS.anew)}
      </button>
    </Notice>
  );
}

type EndProps = { readonly payment: BillPayment; readonly of: PaymentOfBills };

function EndOf({ payment, of: { isSending, pay, beginAnew } }: EndProps): ReactNode {
  const { say } = useTexts();
  const { amount, status, receipt, goOnUrl, declined } = payment;
  if (isUnderWay(payment)) {
    return (
      <Notice tone="act" title={say(TEXTS.underWay)} isNews>
        <p>{say(TEXTS.underWayText)}</p>
        {goOnUrl && (
          <a className="button" href={goOnUrl} rel="noreferrer">
            {say(TEXTS.channel)}
          </a>
        )}
        <button className="button button-plain" type="button" onClick={pay} aria-disabled={isSending}>
          {say(isSending ? TEXTS.looking : TEXTS.look)}
        </button>
      </Notice>
    );
  }
  if (status === "FAILED") {
    return (
      <Notice tone="bad" title={say(TEXTS.failed)} isNews>
        <p>
          {say(TEXTS.failedText)} {declined && <span className="soft">({declined})</span>}
        </p>
        <button className="button" type="button" onClick={beginAnew}>
          {say(TEXTS.anew)}
        </button>
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="good" title={say(paid(amount))} isNews>
        <p>{say(PAYMENT_STATUSES[status].text)}</p>
        <Link className="link-target" to="/bills/payments">
          {say(TEXTS.payments)}
        </Link>
      </Notice>
      {receipt && <Receipt receipt={receipt} />}
    </>
  );
}
