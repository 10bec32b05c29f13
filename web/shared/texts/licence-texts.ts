import type { BusinessForm, LicenceStatus } from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

export const LICENCE_STATUSES: Readonly<Record<LicenceStatus, { readonly text: Text; readonly tone: Tone }>> =
  {
    VALID: { text: { zh: "有效", en: "Valid" }, tone: "good" },
    SUSPENDED: { text: { zh: "已暂扣或中止", en: "Suspended" }, tone: "bad" },
    EXPIRED: { text: { zh: "已到期", en: "Expired" }, tone: "bad" },
    CANCELLED: { text: { zh: "已注销", en: "Given up" }, tone: "plain" },
    REVOKED: { text: { zh: "已撤销", en: "Revoked" }, tone: "bad" },
  };

export const BUSINESS_FORMS: Readonly<Record<BusinessForm, Text>> = {
  SALES: { zh: "食品销售", en: "Food sales" },
  CATERING: { zh: "餐饮服务", en: "Catering" },
  CANTEEN: { zh: "单位食堂", en: "Canteen" },
};

const TYPES: Readonly<Record<string, Text>> = {
  "food-business-licence": { zh: "食品经营许可证", en: "Food-business licence" },
};

/** A kind of licence as materials of service items name it, in words. */
export const licenceType = (type: string): Text => TYPES[type] ?? { zh: "证照", en: "Licence" };
