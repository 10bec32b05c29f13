import type { PartnerDecision, PartnerStatus } from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

export const PARTNER_STATUSES: Readonly<Record<PartnerStatus, { readonly text: Text; readonly tone: Tone }>> =
  {
    PENDING: { text: { zh: "待审批", en: "Waiting for approval" }, tone: "wait" },
    APPROVED: { text: { zh: "已批准测试", en: "Approved for tests" }, tone: "good" },
    LIVE: { text: { zh: "已正式接入", en: "Live" }, tone: "good" },
    LAPSED: { text: { zh: "需续办", en: "To be renewed" }, tone: "act" },
    RENEWING: { text: { zh: "续办待审", en: "Renewal under review" }, tone: "wait" },
    SUSPENDED: { text: { zh: "已暂停", en: "Suspended" }, tone: "bad" },
    REJECTED: { text: { zh: "未批准", en: "Refused" }, tone: "bad" },
  };

/** The decisions of managers on a partner. */
export const PARTNER_DECISIONS: Readonly<Record<PartnerDecision, Text>> = {
  APPROVED: { zh: "批准", en: "Approved" },
  REJECTED: { zh: "未批准", en: "Refused" },
  LIVE_GRANTED: { zh: "开通正式环境", en: "Live access granted" },
  RENEWED: { zh: "续办通过", en: "Renewal confirmed" },
  RENEWAL_REFUSED: { zh: "续办未通过", en: "Renewal refused" },
  SUSPENDED: { zh: "暂停", en: "Suspended" },
  REINSTATED: { zh: "恢复", en: "Reinstated" },
};
