import type { FieldWords } from "../../kernel/service.ts";

/** How people read the fields of this service that stand in the record of who has read their data. */
export const PAYOUT_ACCOUNT_FIELDS = {
  PayoutAccount: {
    name: { zh: "收款账户", en: "Payout account" },
    fields: {
      addedAt: { zh: "添加时间", en: "Time of adding" },
      addedBy: { zh: "添加人", en: "Added by" },
      bank: { zh: "开户银行", en: "Bank" },
      caution: { zh: "风险提示", en: "Caution" },
      id: { zh: "编号", en: "Id" },
      isProven: { zh: "是否核验", en: "Whether it is proven" },
      maskedNumber: { zh: "账号（遮盖）", en: "Masked number" },
      origin: { zh: "来源", en: "Origin" },
      provenAt: { zh: "核验时间", en: "Time of proof" },
      provenBy: { zh: "核验方式", en: "Proof" },
      removedAt: { zh: "移除时间", en: "Time of removal" },
    },
  },
} as const satisfies FieldWords;
