import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const PAYOUT_WORDS = {
  PayoutStatus: {
    OWED: { zh: "待支付", en: "Owed" },
    ORDERED: { zh: "银行处理中", en: "At the bank" },
    PAID: { zh: "已支付", en: "Paid" },
    REFUSED: { zh: "银行拒付，已退回", en: "Refused by the bank, and taken back" },
    RETURNED: { zh: "被收款银行退回", en: "Sent back by the payee's bank" },
    CANCELLED: { zh: "已取消", en: "Called off" },
  },
  BankOutcome: {
    PAID: { zh: "已付款", en: "Paid" },
    REFUSED: { zh: "拒付", en: "Refused" },
    RETURNED: { zh: "付款后退回", en: "Sent back after it was paid" },
  },
} as const satisfies EnumWords;
