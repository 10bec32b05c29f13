import type { Message } from "../../kernel/message.ts";

/** The texts about the rolls of inspectors. */
export const INSPECTOR_MESSAGES = {
  CREDIT_CODE_WRONG: {
    zh: "统一社会信用代码校验不通过，请核对。",
    en: "This is no unified social credit code; check it.",
  },
  PERSON_UNKNOWN: {
    zh: "平台尚未掌握您的本人身份，不能列入检查人员名录。",
    en: "The platform does not know you as a person, so you cannot be on the roll of inspectors.",
  },
  DEPARTMENT_NOT_YOURS: {
    zh: "该部门不在您的职责范围内。",
    en: "This department is outside your jurisdiction.",
  },
  NOT_ON_ROLL: { zh: "您不在该部门的检查人员名录中。", en: "You are not on this department's roll." },
  INSPECTOR_NOT_ON_ROLL: {
    zh: "该人员不在本环节部门的检查人员名录中，或不负责本地区。",
    en: "This officer is not on the roll of the step's department, or does not inspect in this region.",
  },
  INSPECTOR_HAS_INTEREST: {
    zh: "该人员应当回避，请另行指派。",
    en: "This officer may not inspect here; appoint another.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof INSPECTOR_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
