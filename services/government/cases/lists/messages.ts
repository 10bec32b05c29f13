import type { Message } from "../../../kernel/message.ts";

/** The texts for officers about their queues. */
export const QUEUE_MESSAGES = {
  NOTHING_TO_CLAIM: {
    zh: "没有可以领取的环节，或者已被同事领取。",
    en: "There is no step here for you to take on, or colleagues have just taken it on.",
  },
  QUEUE_TOO_BROAD: {
    zh: "范围过大：一次最多合并 {max} 个队列，请选择更小的地区或具体环节。",
    en: "That is more than {max} queues at once; choose a smaller region, or a step.",
  },
  SEARCH_BY_ONE: {
    zh: "请用办件编号、统一社会信用代码或姓名之一查询。",
    en: "Search by exactly one of number, creditCode and name.",
  },
  CASE_NUMBER_WRONG: {
    zh: "办件编号有误：应为 14 位数字，末位为校验码。",
    en: "This is no application's number: it has 14 digits, of which the last one checks the others.",
  },
  NAME_WITH_PLACE: {
    zh: "按姓名查询须同时给出地区和部门。",
    en: "Give region and department together with a name.",
  },
  DUE_FROM_AFTER_BY: { zh: "dueFrom 不能晚于 dueBy。", en: "dueFrom cannot be after dueBy." },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof QUEUE_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
