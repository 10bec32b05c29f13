import type { Message } from "../../kernel/message.ts";
import { NEVER_RECEIVED } from "./channels/channel-answer.ts";
import { OTHER_MONEY } from "./outcome.ts";

/** How people read a channel's codes of why it declined (docs/payment-gateway.md). */
const DECLINE_WORDS: ReadonlyMap<string, Message> = new Map([
  ["INSUFFICIENT_FUNDS", { zh: "余额不足。", en: "There is not enough money on the account." }],
  ["EXPIRED", { zh: "未在规定时间内支付。", en: "It was not paid in time." }],
  ["EXCEEDS_PAYMENT", { zh: "超过了这笔支付尚余的金额。", en: "It is more than is left of the payment." }],
  [
    OTHER_MONEY,
    {
      zh: "支付渠道收付的金额或币种与指令不一致，由资金人员核实处理。",
      en: "The channel has moved another amount or currency than it was told; treasurers see to that money.",
    },
  ],
  [NEVER_RECEIVED, { zh: "请求没有送达支付渠道。", en: "The request did not reach the channel." }],
]);

const OTHER: Message = {
  zh: "支付渠道没有说明原因，可向发卡银行或支付机构查询。",
  en: "The channel has not said why; your bank or payment institution can tell.",
};

/** A channel may have codes of its own, which say nothing to a payer. */
export const declineText = (reason: string): Message => DECLINE_WORDS.get(reason) ?? OTHER;
