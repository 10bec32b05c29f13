import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const SETTLEMENT_WORDS = {
  SettledKind: {
    BILLER: { zh: "收费单位", en: "Biller" },
    OPERATOR: { zh: "运营单位", en: "Operator" },
  },
  SettlingChannel: {
    SANDBOX: { zh: "演示支付", en: "Demonstration" },
    HOSTED: { zh: "网上支付", en: "Pay online" },
  },
  PayDayKind: {
    WORKING: { zh: "工作日", en: "Working days" },
    CALENDAR: { zh: "自然日", en: "Calendar days" },
  },
  SettlementContractStatus: {
    PROPOSED: { zh: "待另一人同意", en: "Waits for another treasurer" },
    AGREED: { zh: "已同意", en: "Agreed" },
    DISMISSED: { zh: "已否决", en: "Dismissed" },
  },
  SettlementStatus: {
    CARRIED: { zh: "结转下期", en: "Carried forward" },
    TO_PAY: { zh: "待付款", en: "To be paid" },
    AT_BANK: { zh: "银行处理中", en: "At the bank" },
    PAID: { zh: "已付款", en: "Paid" },
    REFUSED: { zh: "银行拒付，已退回", en: "Refused by the bank, and owed again" },
  },
  SettlementLineKind: {
    PAYMENT: { zh: "缴费", en: "Payment" },
    REFUND: { zh: "退款", en: "Refund" },
    CREDIT: { zh: "账单抵扣", en: "Credit note" },
    RIDE: { zh: "乘车", en: "Ride" },
    CHARGEBACK: { zh: "拒付争议", en: "Chargeback" },
    RETURNED: { zh: "结算款退回", en: "Settlement returned" },
    OTHER: { zh: "其他", en: "Other" },
  },
} as const satisfies EnumWords;
