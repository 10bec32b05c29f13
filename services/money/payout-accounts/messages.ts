import type { Message } from "../../kernel/message.ts";

/** The texts about the accounts to which people are paid. */
export const PAYOUT_ACCOUNT_MESSAGES = {
  BANK_ACCOUNT_INVALID: { zh: "银行账号须为 12 至 19 位数字。", en: "A bank account has 12 to 19 digits." },
  BANK_ACCOUNT_NOT_THEIRS: {
    zh: "经银行核验，该账户不是本人账户。",
    en: "By the bank's word this account is not this person's.",
  },
  BANK_ACCOUNT_NOT_THE_ENTERPRISES: {
    zh: "经银行核验，该账户不是这家企业的账户。",
    en: "By the bank's word this account is not this enterprise's.",
  },
  BANK_DID_NOT_TELL: {
    zh: "银行暂时没有答复该账户是否属于这家企业，请稍后再试。",
    en: "The bank has not told whether this account is the enterprise's. Try again later.",
  },
  ID_NUMBER_NOT_THEIRS: {
    zh: "公民身份号码与账户所有人不符。",
    en: "This is not the identity number of the person whose account it is to be.",
  },
  NAME_NEEDED: {
    zh: "平台没有此人的姓名，请填写。",
    en: "The platform does not know this person's name; state it.",
  },
  TOO_MANY_PAYOUT_ACCOUNTS: {
    zh: "收款账户最多 {max} 个，请先删除不用的账户。",
    en: "A person has at most {max} accounts; remove one first.",
  },
  PAYOUT_ACCOUNT_NOT_FOUND: {
    zh: "本人没有这个收款账户，请先添加。",
    en: "This person has no such payout account; it has to be added first.",
  },
  PAYOUT_ACCOUNT_NOT_PROVEN: {
    zh: "该收款账户尚未核验为本人账户，请先核验。",
    en: "Nobody has proven yet that this account is the person's; have it checked first.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof PAYOUT_ACCOUNT_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
