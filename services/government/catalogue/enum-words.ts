import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const CATALOGUE_WORDS = {
  Audience: {
    NATURAL_PERSON: { zh: "自然人", en: "Natural persons" },
    LEGAL_PERSON: { zh: "法人", en: "Legal persons" },
  },
  ServiceChannel: {
    ONLINE: { zh: "网上", en: "Online" },
    HALL: { zh: "大厅窗口", en: "At a hall" },
    POST: { zh: "邮寄", en: "By post" },
    SELF_SERVICE: { zh: "自助终端", en: "Self-service" },
  },
  RollOutStage: {
    OFF: { zh: "未开通", en: "Off" },
    PILOT: { zh: "试点", en: "Pilot" },
    GENERAL: { zh: "全面开通", en: "General" },
  },
  Submitter: {
    AGENT: { zh: "受托人", en: "An agent" },
    CLERK: { zh: "窗口人员", en: "A clerk" },
    PARTNER: { zh: "合作企业", en: "A partner" },
  },
  ApprovalEffect: {
    FOOD_BUSINESS_LICENCE: { zh: "颁发食品经营许可证", en: "A food-business licence" },
    FOOD_BUSINESS_LICENCE_RENEWAL: { zh: "延续食品经营许可证", en: "Renewal of a food-business licence" },
    FOOD_BUSINESS_LICENCE_CANCELLATION: { zh: "注销食品经营许可证", en: "End of a food-business licence" },
    HOUSING_FUND_RENT: { zh: "租房提取公积金", en: "Housing-fund withdrawal for rent" },
    HOUSING_FUND_LOAN_REPAYMENT: { zh: "还贷提取公积金", en: "Housing-fund withdrawal for a home loan" },
    HOUSING_FUND_RETIREMENT: { zh: "退休提取公积金", en: "Housing-fund withdrawal at retirement" },
  },
  HeldRecord: {
    HOUSING_FUND_ACCOUNT: { zh: "公积金账户", en: "Housing-fund account" },
    HOUSING_FUND_CONTRIBUTIONS: { zh: "公积金缴存记录", en: "Housing-fund contributions" },
    HOUSING_FUND_LOANS: { zh: "公积金贷款", en: "Housing-fund loans" },
  },
  RuleOtherwise: {
    REJECT: { zh: "不予许可", en: "Reject" },
    ROUTE: { zh: "转人工审查", en: "Pass to a reviewer" },
  },
} as const satisfies EnumWords;
