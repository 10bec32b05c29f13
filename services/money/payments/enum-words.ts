import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const PAYMENT_WORDS = {
  PaymentChannel: {
    SANDBOX: { zh: "演示支付（不扣款）", en: "Demonstration, no money moves" },
    HOSTED: { zh: "网上支付", en: "Pay online" },
    PREFUND: { zh: "预存账户", en: "Prefunded account" },
  },
  PaymentStatus: {
    CREATED: { zh: "已创建", en: "Created" },
    PENDING: { zh: "待支付", en: "Waiting for the payer" },
    UNKNOWN: { zh: "结果待确认", en: "Being looked into" },
    SUCCEEDED: { zh: "支付成功", en: "Paid" },
    FAILED: { zh: "支付失败", en: "Failed" },
    REFUNDING: { zh: "退款中", en: "Refund under way" },
    PARTLY_REFUNDED: { zh: "部分退款", en: "Partly refunded" },
    REFUNDED: { zh: "已退款", en: "Refunded" },
  },
  RefundStatus: {
    CREATED: { zh: "已创建", en: "Created" },
    PENDING: { zh: "退款中", en: "Under way" },
    UNKNOWN: { zh: "结果待确认", en: "Being looked into" },
    SUCCEEDED: { zh: "已退款", en: "Refunded" },
    FAILED: { zh: "退款失败", en: "Failed" },
  },
  VatTreatment: {
    GENERAL: { zh: "一般计税", en: "General method" },
    SIMPLIFIED: { zh: "简易计税", en: "Simplified method" },
    NOT_TAXED: { zh: "不征税", en: "Not taxed" },
  },
} as const satisfies EnumWords;
