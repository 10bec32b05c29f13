import type { Message } from "./message-texts.ts";

/** What people read about money that moves. */
export const MONEY_MESSAGES = {
  AMOUNT_NOT_POSITIVE: { zh: "金额必须大于零。", en: "The amount has to be more than nothing." },
  ALREADY_RECORDED: {
    zh: "该银行流水号已经入账。",
    en: "This bank transfer stands in the books already.",
  },
} as const satisfies Record<string, Message>;
