import type { Message } from "../../kernel/message.ts";

/** The texts about payments. */
export const PAYMENT_MESSAGES = {
  AMOUNT_NOT_POSITIVE: { zh: "金额必须大于零。", en: "The amount has to be more than nothing." },
  AMOUNT_TOO_LARGE: {
    zh: "金额不能超过 {max} 元，请检查单位。",
    en: "The amount is at most {max} yuan; look at its unit.",
  },
  INSUFFICIENT_FUNDS: {
    zh: "预存账户余额不足。",
    en: "The prefunded account does not hold enough.",
  },
  CHANNEL_UNKNOWN: {
    zh: "该支付渠道不可用。",
    en: "This payment channel is not available to you here.",
  },
  RETURN_PATH_INVALID: {
    zh: "返回页面须写作本平台的路径，例如 /bills/paid。",
    en: "The page to come back to is a path of this platform's, for example /bills/paid.",
  },
  RETURN_NOT_OFFERED: {
    zh: "此支付不支持返回页面。",
    en: "No page can be come back to from this payment.",
  },
  NOT_CHARGEABLE_BACK: {
    zh: "该支付未通过渠道成功付款，不能记拒付，请人工核对。",
    en: "This payment was not paid through a channel, so nothing of it can have been charged back. Look at it by hand.",
  },
  CHARGEBACK_EXCEEDS_PAYMENT: {
    zh: "拒付金额超过该支付尚余金额（可能已退款），未入账，请人工核对。",
    en: "That is more than is left of the payment; it may have been refunded. Nothing was booked; look at it by hand.",
  },
  CHARGEBACK_AMOUNT_DIFFERS: {
    zh: "同一拒付编号的金额与已入账的不一致，未入账，请人工核对。",
    en: "This number was booked with another amount. Nothing was booked; look at it by hand.",
  },
  CHARGEBACK_NUMBER_INVALID: {
    zh: "拒付编号须为 1 至 64 位字母、数字或 _ . : -。",
    en: "A chargeback's number has 1 to 64 letters, digits or _ . : -.",
  },
  NOT_REFUNDABLE: { zh: "该支付不能退款。", en: "Nothing of this payment can be given back." },
  REFUND_UNDER_WAY: {
    zh: "剩余金额均已申请退款，正在退回。",
    en: "All that is left has been asked back already, and is on its way.",
  },
  TOO_MANY_REFUNDS_AT_ONCE: {
    zh: "该支付正有多笔退款同时登记，请稍后再试。",
    en: "Several refunds of this payment are being booked at this moment. Ask again shortly.",
  },
  REFUND_EXCEEDS_PAYMENT: {
    zh: "退款金额超过可退金额。",
    en: "That is more than can still be given back.",
  },
  BILL_NOT_NAMED: {
    zh: "请指明要退款的账单。",
    en: "The payment has paid several bills; name the one to give back.",
  },
  BILL_NOT_OF_PAYMENT: {
    zh: "此笔支付没有支付该账单。",
    en: "This payment has not paid the bill that is named.",
  },
  DIFFERENCE_NOT_OPEN: {
    zh: "该差异当前状态不允许此操作，请刷新。",
    en: "Its state does not allow this any more; look at it again.",
  },
  OFFICER_WITHOUT_PERSON: {
    zh: "您的工作账号未关联本人，不能处理差异：须由两个不同的人处理。",
    en: "Your account names no person, so that nobody can tell you from the other treasurer.",
  },
  NOTHING_TO_REFUND: {
    zh: "渠道并未多收款，不能退款。",
    en: "The channel has charged nothing here that could go back.",
  },
  NOTHING_TO_ASSIGN: {
    zh: "渠道并未多收款，不能用来缴账单。",
    en: "The channel has collected nothing here that could pay a bill.",
  },
  NO_SUCH_ACCOUNT: {
    zh: "没有该合作企业账户，请核对，例如 biller: 加合作企业编号。",
    en: "No partner has this account; for example biller: with a partner's id.",
  },
  PAYER_UNKNOWN: {
    zh: "不知道付款人是谁，请转入合作企业账户。",
    en: "Nobody knows who paid it; assign it to a partner's account.",
  },
  NOT_ENOUGH_THERE: { zh: "该账户余额不足。", en: "There is not so much on that account." },
  REQUIRED_TO_ASSIGN: {
    zh: "请填写转入的账单编号或合作企业账户。",
    en: "Name the bill or the partner's account that it is assigned to.",
  },
  ALREADY_SPENT: { zh: "卡内余额不足以退款。", en: "What was paid for has been used already." },
  ALREADY_RECORDED: {
    zh: "该银行流水号已经入账。",
    en: "This bank transfer stands in the books already.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof PAYMENT_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
