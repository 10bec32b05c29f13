import type { EscalationReason } from "../shared/generated/graphql.ts";
import type { Text } from "../shared/texts/text.ts";
import type { Tone } from "../shared/texts/tone.ts";

/** Why a case calls for attention. */
export const ESCALATIONS: Readonly<Record<EscalationReason, { readonly text: Text; readonly tone: Tone }>> = {
  PAUSE_OVER: { text: { zh: "暂停超过告知期限", en: "Stands still for too long" }, tone: "bad" },
  WARNING: { text: { zh: "即将到期", en: "Nearly due" }, tone: "act" },
  OVERDUE: { text: { zh: "已超期", en: "Overdue" }, tone: "bad" },
  DELIVERY_OVERDUE: { text: { zh: "送达已超期", en: "Delivery overdue" }, tone: "bad" },
  COMPLAINT: { text: { zh: "催办投诉", en: "Complaint of delay" }, tone: "bad" },
  APPEAL: { text: { zh: "申请复核", en: "Review asked for" }, tone: "act" },
};
