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
  "payment.differs": {
    payload: ["about", "amount"],
    text: {
      zh: "您的 {amount} 元支付，支付渠道扣款的金额或币种不一致，没有用于缴费。资金人员核实后退回或用于缴费，请勿重复处理扣款。",
      en: "The channel has charged another amount or currency for your payment of {amount} yuan, so nothing is paid by it. Treasurers see to what was taken: it is given back, or put to what you wanted to pay.",
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
  "payment.charged-back": {
    payload: ["about", "amount"],
    text: {
      zh: "银行把您支付的 {amount} 元退回给您。账单仍为已缴，收款单位可能另行向您收取；不是您申请的，请向银行核实。",
      en: "Your bank has taken back {amount} yuan of a payment of yours. The bill stays paid here, and the payee may ask you for the money; ask your bank if it was not you who wanted it.",
    },
  },
  "payment.charged-again": {
    payload: ["about", "amount"],
    text: {
      zh: "银行曾退回的 {amount} 元支付经争议处理已重新入账。",
      en: "{amount} yuan of a payment of yours, which your bank had taken back, have been charged again after a contest.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
