import type { Message } from "../../kernel/message.ts";

/** The texts about supervision: audit trails, evaluations, complaints, reviews. */
export const SUPERVISION_MESSAGES = {
  TRAIL_LINE: { zh: "{who}{what}", en: "{who} {what}" },
  TRAIL_BY_APPLICANT: { zh: "申请人", en: "The applicant" },
  TRAIL_BY_GUARDIAN: { zh: "监护人", en: "The guardian" },
  TRAIL_BY_OTHER_CITIZEN: { zh: "代办人", en: "Somebody acting for the applicant" },
  TRAIL_BY_OFFICER: { zh: "{department} 工作人员", en: "An officer of {department}" },
  TRAIL_BY_OFFICER_AS: { zh: "{department} {role}", en: "An officer of {department} ({role})" },
  TRAIL_BY_PARTNER: { zh: "合作单位", en: "A partner enterprise" },
  TRAIL_BY_PLATFORM: { zh: "平台", en: "The platform" },
  TRAIL_OTHER: { zh: "进行了操作：{action}。", en: "did this: {action}." },
  EVALUATION_NOT_FOUND: { zh: "没有这条评价。", en: "There is no such evaluation." },
  NOTHING_DECIDED: {
    zh: "尚未作出决定，不能评价。",
    en: "Nothing is decided yet, so there is nothing to evaluate.",
  },
  COMMENT_MISSING: { zh: "差评请说明原因。", en: "Say what was bad, so that it can be put right." },
  ASSIGNEE_DECIDED: {
    zh: "作出该决定的人员不能处理对它的评价。",
    en: "Who decided the application does not handle its evaluation.",
  },
  CLERK_HANDLED_IT: {
    zh: "您经办过该事项，请由其他窗口人员登记申请人的意见。",
    en: "You have had a hand in this: another clerk takes down what the applicant says of it.",
  },
  AUDIT_CHANGED: { zh: "第 {sequence} 条记录被改动。", en: "Entry {sequence} was changed." },
  AUDIT_REMOVED: { zh: "第 {sequence} 条记录缺失。", en: "Entry {sequence} is missing." },
  AUDIT_INSERTED: { zh: "第 {sequence} 条记录系插入。", en: "Entry {sequence} was inserted." },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof SUPERVISION_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
