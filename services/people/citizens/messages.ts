import type { Message } from "../../kernel/message.ts";

/** The texts about consents. */
export const CITIZEN_MESSAGES = {
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
