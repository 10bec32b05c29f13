import type { Message } from "../../kernel/message.ts";

/** The texts about telephones, and those that are sent to them. */
export const TELEPHONE_MESSAGES = {
  TEXT_OF_PROOF: {
    zh: "【政务服务】验证码 {code}，{minutes} 分钟内有效，用于验证您的手机号码。请勿告诉任何人。",
    en: "Public service: {code} proves that this telephone is yours, within {minutes} minutes. Tell it to nobody.",
  },
  TEXT_OF_CHANGE: {
    zh: "【政务服务】有人以您的账号申请将您的手机号码更换为 {number}。如非您本人操作，请立即联系平台。",
    en: "Public service: your account asks for codes to go to {number} instead of here. If that is not you, tell the platform at once.",
  },
  TEXT_OF_REMOVAL: {
    zh: "【政务服务】您名下的手机号码已删除，不再向其发送验证码。如非您本人操作，请立即联系平台。",
    en: "Public service: your account has removed this telephone; no codes are sent to it. If that was not you, tell the platform at once.",
  },
  MOBILE_INVALID: {
    zh: "手机号码须为 11 位大陆手机号码。",
    en: "A mobile number of the mainland has 11 digits and begins with 13 to 19.",
  },
  NO_TELEPHONE: {
    zh: "本人没有经验证的手机号码。",
    en: "This person has no telephone that is proven to be theirs.",
  },
  TELEPHONE_UNREACHABLE: {
    zh: "短信未能确认发出。如未收到，请稍后重新获取验证码。",
    en: "The text may not have been sent. If it does not arrive, ask for another code later.",
  },
  TOO_MANY_CODES: {
    zh: "验证码发送过于频繁，请稍后再试。",
    en: "Too many codes were sent; try again later.",
  },
  CODE_WRONG: {
    zh: "验证码有误，还可输入 {left} 次。",
    en: "This is not the code; it can be typed in {left} more times.",
  },
  CODE_OVER: {
    zh: "没有可用的验证码：已使用、已过期或输入错误次数过多，请重新获取。",
    en: "No code is out for this: it was used, is too old, or was typed in wrong too often. Ask for a new one.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof TELEPHONE_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
