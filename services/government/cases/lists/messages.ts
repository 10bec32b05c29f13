import type { Message } from "../../../kernel/message.ts";

/** The texts for officers about their queues. */
export const QUEUE_MESSAGES = {
  QUEUE_TOO_BROAD: {
    zh: "范围过大：一次最多合并 {max} 个队列，请选择更小的地区或具体环节。",
    en: "That is more than {max} queues at once; choose a smaller region, or a step.",
  },
  DUE_FROM_AFTER_BY: { zh: "dueFrom 不能晚于 dueBy。", en: "dueFrom cannot be after dueBy." },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof QUEUE_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
