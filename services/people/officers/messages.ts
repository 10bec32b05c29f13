import type { Message } from "../../kernel/message.ts";

/** The texts about officers to whom work is given. */
export const OFFICER_MESSAGES = {
  NOT_AN_OFFICER: {
    zh: "没有以此编号登录过的工作人员。",
    en: "No officer of this id has ever signed in.",
  },
  OFFICER_NOT_FOR_IT: {
    zh: "该人员没有相应岗位，或者不在其辖区、部门，或者与其本人有关。",
    en: "This officer has not the role for it, works for another region or department, or it is a matter of their own.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof OFFICER_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
