import type {
  ApiKeyStatus,
  ApplicantCapacity,
  Mode,
  PartnerLapseReason,
} from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";
import type { Decision } from "./partner-operations.ts";

export const CAPACITIES: Readonly<Record<ApplicantCapacity, Text>> = {
  SELF: { zh: "本人", en: "in their own name" },
  LEGAL_REPRESENTATIVE: { zh: "法定代表人", en: "the legal representative" },
  GUARDIAN: { zh: "监护人", en: "a guardian" },
  AGENT: { zh: "经授权的代理人", en: "an agent with an authority" },
  PARTNER: { zh: "合作企业", en: "a partner enterprise" },
};

export const LAPSES: Readonly<Record<PartnerLapseReason, Text>> = {
  REPRESENTATIVE_CHANGED: {
    zh: "登记的法定代表人已变更",
    en: "the register states another legal representative",
  },
  NOT_IN_BUSINESS: {
    zh: "登记的状态不再是在营",
    en: "the register no longer states that it is in business",
  },
  AUTHORITY_ENDED: { zh: "代理人的授权已终止", en: "the agent's authority has ended" },
};

export const KEY_STATUSES: Readonly<Record<ApiKeyStatus, { readonly text: Text; readonly tone: Tone }>> = {
  ACTIVE: { text: { zh: "有效", en: "works" }, tone: "good" },
  EXPIRED: { text: { zh: "已到期", en: "has expired" }, tone: "plain" },
  REVOKED: { text: { zh: "已吊销", en: "is revoked" }, tone: "plain" },
};

export const MODES: Readonly<Record<Mode, Text>> = {
  TEST: { zh: "测试", en: "test" },
  LIVE: { zh: "正式", en: "live" },
};

type DecisionWords = { readonly name: Text; readonly about: Text; readonly done: Text };

/** The name of each decision, its effect, and the words once it is taken. */
export const DECISION_WORDS: Readonly<Record<Decision, DecisionWords>> = {
  approvePartner: {
    name: { zh: "批准", en: "Approve" },
    about: {
      zh: "开通测试环境，限于勾选的权限。正式环境由另一名管理人员开通。",
      en: "Opens test access, with the scopes that are ticked. Another manager opens live access.",
    },
    done: { zh: "已批准", en: "Approved" },
  },
  rejectPartner: {
    name: { zh: "不予批准", en: "Refuse" },
    about: { zh: "企业会收到通知，可以重新申请。", en: "The enterprise is told, and may apply anew." },
    done: { zh: "已决定不予批准", en: "Refused" },
  },
  grantLiveAccess: {
    name: { zh: "开通正式环境", en: "Open live access" },
    about: {
      zh: "企业可以创建正式密钥，访问真实数据。",
      en: "The enterprise can make live keys, which reach real data.",
    },
    done: { zh: "正式环境已开通", en: "Live access is open" },
  },
  confirmRenewal: {
    name: { zh: "确认续办", en: "Confirm the renewal" },
    about: { zh: "正式密钥恢复使用。", en: "Live keys work again." },
    done: { zh: "续办已确认", en: "The renewal is confirmed" },
  },
  refuseRenewal: {
    name: { zh: "不同意续办", en: "Refuse the renewal" },
    about: {
      zh: "正式密钥继续停用，企业可以再次续办。",
      en: "Live keys stay suspended; the enterprise may ask again.",
    },
    done: { zh: "已决定不同意续办", en: "The renewal is refused" },
  },
  suspendPartner: {
    name: { zh: "暂停接入", en: "Suspend" },
    about: {
      zh: "企业的全部密钥从下一次请求起被拒绝。",
      en: "Every key of the partner is refused from the next request on.",
    },
    done: { zh: "已暂停接入", en: "Suspended" },
  },
  reinstatePartner: {
    name: { zh: "恢复接入", en: "Reinstate" },
    about: { zh: "回到暂停之前的状态。", en: "Back to what the suspension interrupted." },
    done: { zh: "已恢复接入", en: "Reinstated" },
  },
};
