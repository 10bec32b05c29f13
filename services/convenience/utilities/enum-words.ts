import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const UTILITY_WORDS = {
  BillStatus: {
    DUE: { zh: "待缴", en: "Due" },
    PAYING: { zh: "支付中", en: "Being paid" },
    PAID: { zh: "已缴", en: "Paid" },
    CANCELLED: { zh: "已作废", en: "Cancelled" },
  },
  BillerLookup: {
    ACCOUNT_NUMBER: { zh: "户号", en: "Account number" },
    ACCOUNT_NUMBER_AND_HOLDER: { zh: "户号和户名", en: "Account number and holder" },
  },
  UtilityKind: {
    WATER: { zh: "水", en: "Water" },
    ELECTRICITY: { zh: "电", en: "Electricity" },
    GAS: { zh: "燃气", en: "Gas" },
  },
  UtilityUnit: {
    KWH: { zh: "千瓦时", en: "kWh" },
    M3: { zh: "立方米", en: "m³" },
  },
  HouseholdClass: {
    GENERAL: { zh: "一般居民", en: "General" },
    OWN_BOILER: { zh: "自采暖居民", en: "Own boiler" },
  },
  RatingLineKind: {
    TIER: { zh: "阶梯", en: "Tier" },
    TIME_OF_USE: { zh: "分时", en: "Time of use" },
    SURCHARGE: { zh: "附加费", en: "Surcharge" },
    ESTIMATE: { zh: "估抄已收", en: "Charged by estimate" },
    CARRIED: { zh: "以前账单结转", en: "Carried over from earlier bills" },
    MINIMUM: { zh: "最低收费", en: "Minimum charge" },
  },
  TariffCycle: {
    CALENDAR_MONTH: { zh: "自然月", en: "Calendar month" },
    CALENDAR_YEAR: { zh: "自然年", en: "Calendar year" },
  },
  TimeOfUseBand: {
    PEAK: { zh: "峰", en: "Peak" },
    FLAT: { zh: "平", en: "Flat" },
    VALLEY: { zh: "谷", en: "Valley" },
  },
} as const satisfies EnumWords;
