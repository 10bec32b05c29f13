import type { TrailWords } from "../../kernel/service.ts";

/** The actions of halls in a case, by the last part of the action. */
export const HALL_TRAIL = {
  "opened-at-hall": {
    text: {
      zh: "在大厅窗口叫号并打开了申请。",
      en: "called the number at a hall's window and opened the application.",
    },
    role: "WINDOW_CLERK",
    reasonNames: "TICKET",
  },
  visited: {
    text: {
      zh: "在大厅接待了申请人，计一次到场。",
      en: "served the applicant at a hall: a visit was counted.",
    },
    role: "WINDOW_CLERK",
    reasonNames: "TICKET",
  },
} as const satisfies Readonly<Record<string, TrailWords>>;
