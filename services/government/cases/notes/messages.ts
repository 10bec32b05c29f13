import type { Message } from "../../../kernel/message.ts";

/** The texts about notes on a case. */
export const NOTE_MESSAGES = {
  NOTE_NOT_FOUND: { zh: "没有这条可回复的留言。", en: "There is no such note to reply to." },
  TOO_MANY_NOTES: {
    zh: "每件申请最多 {max} 条留言。",
    en: "A case has at most {max} notes.",
  },
  TOO_MANY_REPLIES: {
    zh: "已连续回复 {max} 次，请等待办理人员答复。",
    en: "You have replied {max} times in a row; please wait until an officer has answered.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof NOTE_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
