import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const REMEDY_WORDS = {
  AdverseAct: {
    REFUSAL: { zh: "不予批准", en: "Refusal" },
    NON_ACCEPTANCE: { zh: "不予受理", en: "Not accepted" },
    LAPSE: { zh: "逾期未补正，终止办理", en: "Ended, as it was not corrected in time" },
    DELAY: { zh: "逾期未作决定", en: "Overdue decision" },
    REVOCATION: { zh: "撤销批准", en: "Revocation" },
    PAYMENT_WITHDRAWAL: { zh: "撤回支付", en: "Withdrawal of a payment" },
    RECTIFICATION_ORDER: { zh: "责令改正", en: "Order to put something right" },
    PARTNERSHIP_REFUSAL: { zh: "不予接入或暂停接入", en: "Partnership refused or suspended" },
  },
  DecidingBody: {
    DEPARTMENT: { zh: "政府工作部门", en: "Department of a government" },
    AUTHORISED_BODY: { zh: "法律法规授权的组织", en: "Body authorised by law" },
    GOVERNMENT: { zh: "人民政府", en: "Government" },
    JUSTICE_BUREAU: { zh: "司法行政部门", en: "Justice bureau" },
    CUSTOMS: { zh: "海关", en: "Customs" },
    FINANCIAL_REGULATOR: { zh: "金融管理部门", en: "Financial regulator" },
    FOREIGN_EXCHANGE: { zh: "外汇管理部门", en: "Foreign exchange" },
    TAX: { zh: "税务机关", en: "Tax authority" },
    STATE_SECURITY: { zh: "国家安全机关", en: "State security" },
    STATE_COUNCIL_DEPARTMENT: { zh: "国务院部门", en: "Department of the State Council" },
  },
  GovernmentLevel: {
    PROVINCE: { zh: "省级", en: "Province" },
    PREFECTURE: { zh: "市级", en: "Prefecture" },
    COUNTY: { zh: "区县级", en: "County or district" },
  },
} as const satisfies EnumWords;
