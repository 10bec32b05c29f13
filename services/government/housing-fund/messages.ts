import type { Message } from "../../kernel/message.ts";

/** The texts about the housing fund. */
export const FUND_MESSAGES = {
  NOTHING_DRAWABLE: {
    zh: "没有可提取的金额：账户不存在、已销户，或已达余额、限额。请核对后再决定。",
    en: "Nothing can be drawn: there is no open account, or balance and caps have nothing left. Check before you decide.",
  },
  FORM_WITHOUT_ACCOUNT: {
    zh: "此版本的事项表单没有收款账户，无法付款。请待部门发布新版本后重新申请。",
    en: "The form of this version of the item asks for no payout account, so that nobody can be paid. Start anew when the department has published another.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof FUND_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
