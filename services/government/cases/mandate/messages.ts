import type { Message } from "../../../kernel/message.ts";

/** The texts about acting for somebody in their case. */
export const MANDATE_MESSAGES = {
  AUTHORITY_ENDED: {
    zh: "您代办此件的授权已终止，不能再查看或办理。",
    en: "Your authority in this matter has ended; you can neither see it nor act in it any more.",
  },
  GUARDIAN_ACTS: {
    zh: "未满十八周岁，此事项由父母或其他监护人代为办理：监护人登录后选择为其办理，尚未登记监护关系的先到窗口登记（民法典第十九条、第二十条、第二十三条）。",
    en: "The applicant is under 18, so a parent or another guardian applies for them: the guardian signs in and chooses them, once a window has recorded the guardianship (Civil Code, arts. 19, 20, 23).",
  },
  MINOR_ACTS_FOR_NOBODY: {
    zh: "未满十八周岁，不能代他人办理（民法典第十七条至第二十条）。",
    en: "Nobody under 18 acts for others (Civil Code, arts. 17 to 20).",
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
