import type { Message } from "../../kernel/message.ts";

/** A citizen's to-do, as it reads in the list. */
export const TO_DO_MESSAGES = {
  TO_DO_FINISH_APPLICATION: {
    zh: "填写完成并提交您的申请，逾期草稿失效。",
    en: "Fill in your application and hand it in, or else the draft lapses.",
  },
  TO_DO_CONFIRM_APPLICATION: {
    zh: "核对并确认他人代您提交的申请，逾期失效。",
    en: "Look at the application that was handed in for you, and confirm it, or else it lapses.",
  },
  TO_DO_CORRECT_APPLICATION: {
    zh: "按补正通知补正您的申请，逾期视为放弃。",
    en: "Put your application right as the correction notice says, or else it is given up.",
  },
  TO_DO_KEEP_APPOINTMENT: { zh: "按预约到大厅办理。", en: "Come to the hall where you have an appointment." },
  TO_DO_PAY_BILL: { zh: "缴纳账单 {amount} 元。", en: "Pay the bill of {amount} yuan." },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof TO_DO_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
