import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const ENTERPRISE_WORDS = {
  AuthorityStatus: {
    IN_FORCE: { zh: "有效", en: "In force" },
    EXPIRED: { zh: "已到期", en: "Expired" },
    REVOKED: { zh: "已撤销", en: "Revoked" },
  },
  GuardianRelation: {
    PARENT: { zh: "父母", en: "Parent" },
    OTHER_GUARDIAN: { zh: "其他监护人", en: "Another guardian" },
  },
  EnterpriseStanding: {
    IN_BUSINESS: { zh: "在营", en: "In business" },
    CLOSED_FOR_A_TIME: { zh: "歇业", en: "Closed for a time" },
    LICENCE_REVOKED: { zh: "营业执照已吊销", en: "Business licence revoked" },
    ANNULLED: { zh: "登记已撤销", en: "Registration annulled" },
    DEREGISTERED: { zh: "已注销", en: "Deregistered" },
  },
  ApplicantCapacity: {
    SELF: { zh: "本人", en: "In person" },
    LEGAL_REPRESENTATIVE: { zh: "法定代表人", en: "Legal representative" },
    GUARDIAN: { zh: "监护人", en: "Guardian" },
    AGENT: { zh: "受托人", en: "Agent" },
    PARTNER: { zh: "合作企业代办", en: "A partner enterprise" },
  },
  SubjectKind: {
    PERSON: { zh: "个人", en: "Person" },
    ENTERPRISE: { zh: "企业", en: "Enterprise" },
  },
} as const satisfies EnumWords;
