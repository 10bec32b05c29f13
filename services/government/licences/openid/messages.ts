import type { Message } from "../../../kernel/message.ts";

/** The texts about what wallets are asked to present. */
export const OPENID_MESSAGES = {
  PRESENTATION_NOT_FOUND: {
    zh: "没有这一出示请求。",
    en: "There is no such request for a presentation.",
  },
  PRESENTATION_AWAITED: {
    zh: "持证人尚未出示，请稍后再读取。",
    en: "No wallet has answered yet; read again in a moment.",
  },
  PRESENTATION_DECLINED: {
    zh: "持证人未同意出示。",
    en: "The holder has declined.",
  },
  PRESENTATION_OVER: {
    zh: "该出示请求已失效（五分钟内有效），请重新请求。",
    en: "This request is over: it holds for five minutes. Ask again.",
  },
  PRESENTATION_READ: {
    zh: "已读取过，只能读取一次；内容不再保存。",
    en: "This was read before: it is read once, and then gone.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof OPENID_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
