import type { ApplicationStatus } from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

/** Where a case is, and whose turn it is. */
export type CaseStatus = { readonly text: Text; readonly turn: Text; readonly tone: Tone };

const YOURS: Text = { zh: "轮到您", en: "It is your turn" };
const OFFICE: Text = {
  zh: "由部门办理，您无需操作",
  en: "It is the department's turn; there is nothing for you to do",
};
const NOBODY: Text = { zh: "已经办结", en: "It has ended" };

export const CASE_STATUSES: Readonly<Record<ApplicationStatus, CaseStatus>> = {
  DRAFT: { text: { zh: "草稿", en: "Draft" }, turn: YOURS, tone: "act" },
  AWAITING_CONFIRMATION: { text: { zh: "待本人确认", en: "To be confirmed" }, turn: YOURS, tone: "act" },
  SUBMITTED: { text: { zh: "已提交", en: "Handed in" }, turn: OFFICE, tone: "wait" },
  CORRECTION: { text: { zh: "待补正", en: "To be put right" }, turn: YOURS, tone: "act" },
  IN_REVIEW: { text: { zh: "审查中", en: "Being reviewed" }, turn: OFFICE, tone: "wait" },
  PAUSED: { text: { zh: "暂停计时", en: "Clock stopped" }, turn: OFFICE, tone: "wait" },
  APPROVED: { text: { zh: "已批准", en: "Granted" }, turn: OFFICE, tone: "good" },
  DELIVERED: { text: { zh: "已办结", en: "Granted and delivered" }, turn: NOBODY, tone: "good" },
  REJECTED: { text: { zh: "未批准", en: "Refused" }, turn: NOBODY, tone: "bad" },
  APPEALED: { text: { zh: "复核中", en: "Under review" }, turn: OFFICE, tone: "wait" },
  ARCHIVED: { text: { zh: "已归档", en: "Closed" }, turn: NOBODY, tone: "plain" },
  WITHDRAWN: { text: { zh: "已撤回", en: "Taken back" }, turn: NOBODY, tone: "plain" },
  LAPSED: { text: { zh: "已失效", en: "Lapsed" }, turn: NOBODY, tone: "plain" },
  REVOKED: { text: { zh: "已撤销", en: "Revoked" }, turn: NOBODY, tone: "bad" },
};
