import type { FieldWords } from "../../kernel/service.ts";

/** How people read the fields of this service that stand in the record of who has read their data. */
export const CITIZEN_FIELDS = {
  Citizen: {
    name: { zh: "个人信息", en: "Person" },
    fields: {
      applications: { zh: "办件", en: "Applications" },
      bills: { zh: "水电气账单", en: "Utility bills" },
      housingFund: { zh: "公积金账户", en: "Housing-fund account" },
      maskedIdNumber: { zh: "身份证号（遮盖）", en: "Masked identity number" },
      name: { zh: "姓名", en: "Name" },
      payoutAccounts: { zh: "收款账户", en: "Payout accounts" },
      transitCards: { zh: "交通卡", en: "Transit cards" },
      utilityAccounts: { zh: "水电气户号", en: "Utility accounts" },
      verifiedLicences: { zh: "电子证照核验", en: "Licences, to verify them" },
    },
  },
} as const satisfies FieldWords;
