import type { Message } from "../../kernel/message.ts";

/** The texts about consents. */
export const CITIZEN_MESSAGES = {
  CONSENT_OF_GUARDIAN: {
    zh: "未满十四周岁的，由监护人同意他人使用其信息；未满十八周岁的，不能自行授权他人代为申请（个人信息保护法第三十一条、民法典第十九条）。",
    en: "A guardian consents for a child under 14, and nobody under 18 lets others apply in their name (Personal Information Protection Law, art. 31; Civil Code, art. 19).",
  },
  SCOPES_NOT_PERSONAL: {
    zh: "这些权限不涉及个人数据：{scopes}。",
    en: "These scopes open no personal data: {scopes}.",
  },
  DAYS_OUT_OF_RANGE: { zh: "天数必须为 1 到 {max}。", en: "Days have to be 1 to {max}." },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof CITIZEN_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
