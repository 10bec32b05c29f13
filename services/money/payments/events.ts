import type { EventStatement } from "../../kernel/service.ts";

/** The events of payments and refunds, with their texts for citizens. */
export const PAYMENT_EVENTS = {
  "payment.created": {
    payload: ["about", "amount"],
    text: { zh: "您的 {amount} 元支付正在处理。", en: "Your payment of {amount} yuan is under way." },
  },
  "payment.succeeded": {
    payload: ["about", "amount"],
    text: { zh: "您已成功支付 {amount} 元。", en: "Your payment of {amount} yuan has succeeded." },
  },
  "payment.failed": {
    payload: ["about", "amount"],
    text: {
      zh: "您的 {amount} 元支付未成功，未扣款。",
      en: "Your payment of {amount} yuan has failed; no money was taken.",
    },
  },
  "payment.refunded": {
    payload: ["about", "amount"],
    text: { zh: "已向您退款 {amount} 元。", en: "{amount} yuan were paid back to you." },
  },
  "refund.created": {
    payload: ["about", "refund", "amount"],
    text: { zh: "您的 {amount} 元退款正在处理。", en: "Your refund of {amount} yuan is under way." },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
