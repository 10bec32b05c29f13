import type { Message } from "../../kernel/message.ts";

/** The texts about figures of cases. */
export const FIGURE_MESSAGES = {
  MONTHS_OUT_OF_RANGE: {
    zh: "月份须由前到后，最多 {max} 个月。",
    en: "From an earlier month to a later one, at most {max}.",
  },
  ITEM_WITH_DEPARTMENT: { zh: "item 须与 department 同时给出。", en: "Give item together with department." },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof FIGURE_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
