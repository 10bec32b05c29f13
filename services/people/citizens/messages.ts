import type { Message } from "../../kernel/message.ts";

/** The texts about consents. */
export const CITIZEN_MESSAGES = {
  CONSENT_OF_GUARDIAN: {
    zh: "未满十四周岁的，由监护人同意他人使用其信息；未满十八周岁的，不能自行授权他人代为申请（个人信息保护法第三十一条、民法典第十九条）。",
    en: "A guardian consents for a child under 14, and nobody under 18 lets others apply in their name (Personal Information Protection Law, art. 31; Civil Code, art. 19).",
  },
  ACT_OF_CHILDS_GUARDIAN: {
    zh: "不满八周岁的，由父母或其他监护人代为办理：请监护人本人登录办理，尚未登记监护关系的先到窗口登记（民法典第二十条、第一百四十四条）。",
    en: "A child under 8 does nothing of this kind alone: a parent or another guardian does it, signed in themselves, once a window has recorded the guardianship (Civil Code, arts. 20, 144).",
  },
  ACT_OF_FULL_CAPACITY: {
    zh: "未满十八周岁不能自行办理，由父母或其他监护人办理；年满十六周岁、以自己的劳动收入为主要生活来源的，可到窗口登记后自行办理（民法典第十八条、第十九条、第一百四十五条）。",
    en: "Nobody under 18 does this alone: a parent or another guardian does. From 16 on, those who live mainly on their own labour can have that recorded at a window, and then do it themselves (Civil Code, arts. 18, 19, 145).",
  },
  ACT_OF_ADULTS: {
    zh: "未满十八周岁不能办理，监护人也不能代为办理（民法典第一千零四十七条）。",
    en: "Nobody under 18 can do this, and no guardian in their stead (Civil Code, art. 1047).",
  },
  AMOUNT_OF_GUARDIAN: {
    zh: "未满十八周岁的，每次最多自行支付 {max} 元；更大金额由父母或其他监护人登录后支付（民法典第十九条、第一百四十五条）。",
    en: "Nobody under 18 spends more than {max} yuan at once alone: a parent or another guardian pays larger amounts, signed in themselves (Civil Code, arts. 19, 145).",
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
