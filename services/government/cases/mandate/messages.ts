import type { Message } from "../../../kernel/message.ts";

/** The texts about acting for somebody in their case. */
export const MANDATE_MESSAGES = {
  AUTHORITY_ENDED: {
    zh: "您代办此件的授权已终止，不能再查看或办理。",
    en: "Your authority in this matter has ended; you can neither see it nor act in it any more.",
  },
  ATTENDANCE_NOT_FOUND: {
    zh: "窗口办理须先接待到场人（叫号后 receiveTicket，或读取身份证后 receiveAtWindow），并注明 attendance。",
    en: "A clerk names the attendance of the person present; begin one by a called ticket (receiveTicket) or by their identity card (receiveAtWindow).",
  },
  ATTENDANCE_OVER: {
    zh: "本次接待已结束，请重新叫号或读取身份证。",
    en: "This attendance is over; begin another by the person's ticket, or by their identity card.",
  },
  TOO_MANY_ATTENDANCES: {
    zh: "一小时内最多接待 {max} 人，请稍后再试。",
    en: "A clerk begins at most {max} attendances an hour; try again later.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof MANDATE_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
