import type { Message } from "../../../kernel/message.ts";
import type { NotDrawn, OrderEnd } from "./order.ts";

/** Why nothing was drawn, as its holder reads it. */
export const NOT_DRAWN_TEXTS: Readonly<Record<NotDrawn, Message>> = {
  RULE: { zh: "本次不符合提取条件", en: "the conditions were not met this time" },
  PAYOUT_ACCOUNT: {
    zh: "约定的收款账户已不能收款，请终止后重新约定",
    en: "the payout account of the order cannot be paid to any more; end the order and agree anew",
  },
  NOTHING_LEFT: {
    zh: "账户余额或本期限额内没有可提取的金额，可能已单独提取过",
    en: "balance and caps leave nothing for this time; you may have drawn it by an application",
  },
  NOTHING_DUE: {
    zh: "上次提取后没有到期的还款",
    en: "no instalment has fallen due since you drew last",
  },
};

/** The end of an order, as its holder reads it. */
export const ORDER_END_TEXTS: Readonly<Record<OrderEnd, Message>> = {
  BY_PERSON: { zh: "您已终止约定", en: "you ended it" },
  LEASE_ENDED: {
    zh: "租期已结束；续租的，请重新约定",
    en: "the lease is over; agree anew if it goes on",
  },
  LOAN_ENDED: { zh: "贷款期限已结束", en: "the loan's term is over" },
  LOAN_REPAID: {
    zh: "公积金贷款已结清；最后的还款可单独申请提取",
    en: "the fund's loan is repaid; what you repaid last can be drawn by an application",
  },
  ACCOUNT_SEALED: {
    zh: "账户已封存；新单位缴存后可重新约定",
    en: "the account is sealed; agree anew once a new employer pays into it",
  },
  ACCOUNT_CLOSED: { zh: "账户已销户", en: "the account is closed" },
  NO_ACCOUNT: { zh: "没有查到您的账户", en: "no account of yours is on record" },
  NOT_OFFERED: {
    zh: "账户已转到没有约定提取的城市",
    en: "the account has moved to a city without standing orders",
  },
  REVOKED: { zh: "公积金中心已撤销对约定的批准", en: "the fund has revoked what it was granted by" },
};
