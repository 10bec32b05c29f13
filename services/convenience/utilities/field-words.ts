import type { FieldWords } from "../../kernel/service.ts";

/** How people read the fields of this service that stand in the record of who has read their data. */
export const UTILITY_FIELDS = {
  ProvenHousehold: {
    name: { zh: "户内人数证明", en: "Proven household" },
    fields: {
      from: { zh: "自何日起", en: "From" },
      proof: { zh: "证明", en: "Proof" },
      size: { zh: "人数", en: "Persons" },
    },
  },
  UsageOfYear: {
    name: { zh: "全年用量", en: "Usage of a year" },
    fields: {
      tierReached: { zh: "所在阶梯", en: "Tier" },
      unit: { zh: "单位", en: "Unit" },
      usage: { zh: "用量", en: "Usage" },
      year: { zh: "年份", en: "Year" },
    },
  },
  UtilityAccount: {
    name: { zh: "水电气户号", en: "Utility account" },
    fields: {
      alias: { zh: "备注名", en: "Name" },
      automaticPayment: { zh: "自动缴费", en: "Automatic payment" },
      biller: { zh: "收费单位", en: "Biller" },
      bills: { zh: "账单", en: "Bills" },
      carriedForward: { zh: "结转下期", en: "Carried to the next bill" },
      endedOn: { zh: "户名变更日", en: "Day of another holder" },
      householdClass: { zh: "用户类别", en: "Class of household" },
      household: { zh: "户内人数证明", en: "Proven household" },
      householdSize: { zh: "户内人数", en: "Size of household" },
      id: { zh: "编号", en: "Id" },
      number: { zh: "户号", en: "Number" },
      usageOfYear: { zh: "全年用量", en: "Usage of the year" },
    },
  },
} as const satisfies FieldWords;
