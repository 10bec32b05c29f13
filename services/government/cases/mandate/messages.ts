import type { Message } from "../../../kernel/message.ts";

/** What people read about acting for somebody in their case. */
export const MANDATE_MESSAGES = {
  AUTHORITY_ENDED: {
    zh: "您代办此件的授权已终止，不能再查看或办理。",
    en: "Your authority in this matter has ended; you can neither see it nor act in it any more.",
  },
  ATTENDANCE_NOT_FOUND: {
    zh: "窗口办理须先用身份证接待（receiveAtWindow），并注明 attendance。",
    en: "A clerk names the attendance of the person present; begin one with receiveAtWindow.",
  },
  ATTENDANCE_OVER: {
    zh: "本次接待已结束，请重新核验身份证。",
    en: "This attendance is over; see the person's identity card again.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof MANDATE_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
