import type { Message } from "../../kernel/message.ts";

/** The texts of payouts for people. */
export const PAYOUT_MESSAGES = {
  BANK_REFERENCE_BOOKED: {
    zh: "这笔银行流水已经入账，不能再用于另一笔付款；请核对流水号。",
    en: "This transfer of the bank is booked already and pays nothing else; check its number.",
  },
  BANK_AMOUNT_DIFFERS: {
    zh: "银行文件中的金额与付款指令不一致，未入账，请人工核对。",
    en: "The bank's file has another amount than the order, so nothing was booked. Look at it by hand.",
  },
  BANK_REFERENCE_DIFFERS: {
    zh: "银行流水号与付款时登记的不一致，未入账，请人工核对。",
    en: "It was paid under another number of the bank's, so nothing was booked. Look at it by hand.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof PAYOUT_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
