import type { Message } from "../../kernel/message.ts";

/** The texts of settlements for people. */
export const SETTLEMENT_MESSAGES = {
  CONTRACT_DECIDED: {
    zh: "这份结算合同已经处理过，不能再次处理。",
    en: "This contract is decided on already.",
  },
  DAY_SETTLED: {
    zh: "截至 {day} 的各日已经结算，合同须从之后的日期起生效。请另提一份合同。",
    en: "The days up to {day} are settled already; a contract can only begin after them. Propose another one.",
  },
  CHANNEL_DAYS_OUT_OF_ORDER: {
    zh: "结算日期须为 1 至 31 天，起始日不得晚于截止日。",
    en: "A settlement has 1 to 31 days, and its first is not after its last.",
  },
  CHANNEL_DAYS_TO_COME: {
    zh: "截止日尚未到来；渠道只结算已到的日期。",
    en: "The last day has not come; a channel settles days that have.",
  },
  CHANNEL_AMOUNTS_OUT_OF_RANGE: {
    zh: "文件合计和到账金额须大于 0，手续费不得为负。",
    en: "The files' total and what has arrived are above 0, and the fee is not below it.",
  },
  CHANNEL_AMOUNTS_DO_NOT_FIT: {
    zh: "文件合计减去手续费不等于到账金额，未入账。请核对渠道文件和银行流水。",
    en: "The files' total less the fee is not what has arrived, so nothing was booked. Compare the channel's files with the bank's statement.",
  },
  CHANNEL_DAY_SETTLED: {
    zh: "{day} 已经结算过，不能再次入账。",
    en: "{day} is settled already, and is not booked again.",
  },
  FEE_OUT_OF_RANGE: {
    zh: "手续费率须在千分之 0 至 100 之间，固定费用和下限不得为负，上限不得低于下限。",
    en: "The fee is 0 to 100 per mille, fixed part and least are not below 0, and the most is not below the least.",
  },
  FEE_ACCOUNT_NAME: {
    zh: "手续费账户名须为 2 至 32 位小写字母、数字或连字符，以字母开头。",
    en: "The fee's account has a name of 2 to 32 lower-case letters, digits or hyphens, a letter first.",
  },
  MINIMUM_NEGATIVE: { zh: "起付金额不得为负。", en: "The minimum is not below 0." },
  PAY_DAYS_OUT_OF_RANGE: {
    zh: "付款日须为结算日后的 1 至 30 天。",
    en: "The bank is to pay 1 to 30 days after the day that is settled.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof SETTLEMENT_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
