import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const LICENCE_WORDS = {
  LicenceStatus: {
    VALID: { zh: "有效", en: "Valid" },
    EXPIRED: { zh: "已过期", en: "Expired" },
    REVOKED: { zh: "已撤销", en: "Revoked" },
    CANCELLED: { zh: "已注销", en: "Cancelled" },
  },
  BusinessForm: {
    SALES: { zh: "食品销售", en: "Food sales" },
    CATERING: { zh: "餐饮服务", en: "Catering" },
    CANTEEN: { zh: "单位食堂", en: "Canteen" },
  },
} as const satisfies EnumWords;
