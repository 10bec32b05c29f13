import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const PARTNER_WORDS = {
  ApiKeyStatus: {
    ACTIVE: { zh: "有效", en: "Active" },
    EXPIRED: { zh: "已到期", en: "Expired" },
    REVOKED: { zh: "已吊销", en: "Revoked" },
  },
  PartnerStatus: {
    PENDING: { zh: "待审核", en: "Waiting for review" },
    APPROVED: { zh: "已批准（仅测试）", en: "Approved for testing" },
    LIVE: { zh: "已上线", en: "Live" },
    REJECTED: { zh: "未批准", en: "Not approved" },
    SUSPENDED: { zh: "已暂停", en: "Suspended" },
    LAPSED: { zh: "已失效", en: "Lapsed" },
    RENEWING: { zh: "续期审核中", en: "Renewal under review" },
  },
  PartnerDecision: {
    APPROVED: { zh: "批准", en: "Approved" },
    REJECTED: { zh: "未批准", en: "Refused" },
    LIVE_GRANTED: { zh: "开通正式环境", en: "Live access granted" },
    RENEWED: { zh: "续期通过", en: "Renewal confirmed" },
    RENEWAL_REFUSED: { zh: "续期未通过", en: "Renewal refused" },
    SUSPENDED: { zh: "暂停", en: "Suspended" },
    REINSTATED: { zh: "恢复", en: "Reinstated" },
  },
  PartnerLapseReason: {
    REPRESENTATIVE_CHANGED: { zh: "法定代表人已变更", en: "The legal representative has changed" },
    NOT_IN_BUSINESS: { zh: "企业已不在营", en: "The enterprise is not in business" },
    AUTHORITY_ENDED: { zh: "授权已终止", en: "The authority has ended" },
  },
} as const satisfies EnumWords;
