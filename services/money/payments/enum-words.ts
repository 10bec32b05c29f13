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
  ChargebackKind: {
    CHARGEBACK: { zh: "拒付", en: "Charged back" },
    REVERSAL: { zh: "拒付撤销", en: "Given again" },
  },
  RefundStatus: {
    CREATED: { zh: "已创建", en: "Created" },
    PENDING: { zh: "退款中", en: "Under way" },
    UNKNOWN: { zh: "结果待确认", en: "Being looked into" },
    SUCCEEDED: { zh: "已退款", en: "Refunded" },
    FAILED: { zh: "退款失败", en: "Failed" },
  },
  DifferenceKind: {
    LATE_SUCCESS: { zh: "失败后又扣款", en: "Charged after it had failed" },
    SECOND_CHARGE: { zh: "重复扣款", en: "Charged a second time" },
    OTHER_AMOUNT: { zh: "金额不符", en: "Another amount" },
    OTHER_CURRENCY: { zh: "外币收付", en: "In another currency" },
    UNKNOWN_CHARGE: { zh: "不明收款", en: "A charge of no payment" },
    LATE_REFUND: { zh: "失败后又退款", en: "Given back after it had failed" },
    UNKNOWN_REFUND: { zh: "不明退款", en: "A refund that nobody asked for" },
    UNKNOWN_CHARGEBACK: { zh: "不明拒付", en: "A chargeback that no payment bears" },
    UNKNOWN_REVERSAL: { zh: "不明拒付撤销", en: "Given again, of no chargeback that is gone here" },
    MISSING_CHARGE: { zh: "渠道未收款（短款）", en: "The channel has not charged it" },
    MISSING_REFUND: { zh: "渠道未退款", en: "The channel has not given it back" },
    MISSING_CHARGEBACK: { zh: "渠道无此拒付", en: "The channel has not charged it back" },
    MISSING_REVERSAL: { zh: "渠道未撤销拒付", en: "The channel has not given it again" },
  },
  ChannelMovement: {
    CHARGE: { zh: "收款", en: "Charge" },
    REFUND: { zh: "退款", en: "Refund" },
    CHARGEBACK: { zh: "拒付", en: "Chargeback" },
    REVERSAL: { zh: "拒付撤销", en: "Given again after a chargeback" },
  },
  DifferenceStatus: {
    OPEN: { zh: "待处理", en: "To be resolved" },
    PROPOSED: { zh: "待复核", en: "To be confirmed" },
    REFUNDING: { zh: "退款中", en: "Being given back" },
    RESOLVED: { zh: "已处理", en: "Resolved" },
  },
  DifferenceOutcome: {
    REFUND: { zh: "原路退回", en: "Give back the way it came" },
    ASSIGN_TO_BILL: { zh: "用于缴账单", en: "Pay a bill with it" },
    ASSIGN_TO_CARD: { zh: "充入交通卡", en: "Put it on a transit card" },
    ASSIGN_TO_ACCOUNT: { zh: "转入合作企业账户", en: "Book it to a partner's account" },
    WRITE_OFF: { zh: "核销", en: "Write it off" },
  },
  DifferenceKnown: {
    SUCCEEDED: { zh: "已成功", en: "Succeeded" },
    FAILED: { zh: "已失败", en: "Failed" },
    PENDING: { zh: "未结束", en: "Not ended" },
  },
  DifferenceSource: {
    GATEWAY: { zh: "支付平台通知", en: "Told by the gateway" },
    DAY_FILE: { zh: "对账文件", en: "Read in a day file" },
  },
  VatTreatment: {
    GENERAL: { zh: "一般计税", en: "General method" },
    SIMPLIFIED: { zh: "简易计税", en: "Simplified method" },
    NOT_TAXED: { zh: "不征税", en: "Not taxed" },
  },
} as const satisfies EnumWords;
