import type { FieldWords } from "../../kernel/service.ts";

/** How people read the fields of this service that stand in the record of who has read their data. */
export const PAYOUT_FIELDS = {
  Payout: {
    name: { zh: "支付", en: "Payout" },
    fields: {
      amount: { zh: "金额", en: "Amount" },
      bankAccount: { zh: "银行账号", en: "Bank account" },
      card: { zh: "交通卡", en: "Transit card" },
      cause: { zh: "来源", en: "Cause" },
      maskedBankAccount: { zh: "银行账号（遮盖）", en: "Masked bank account" },
      setOff: { zh: "已抵扣乘车费", en: "Set off against rides" },
      refusal: { zh: "银行拒付原因", en: "Why the bank has refused it" },
      returnReason: { zh: "付款后被退回的原因", en: "Why it came back" },
      payoutAccount: { zh: "收款账户", en: "Payout account" },
    },
  },
} as const satisfies FieldWords;
