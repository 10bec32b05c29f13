import type {
  BusinessForm,
  ElectronicLicenceStatus,
  LicenceStatus,
  LicenceVersionAct,
} from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

export const LICENCE_STATUSES: Readonly<Record<LicenceStatus, { readonly text: Text; readonly tone: Tone }>> =
  {
    VALID: { text: { zh: "有效", en: "Valid" }, tone: "good" },
    EXPIRED: { text: { zh: "已到期", en: "Expired" }, tone: "bad" },
    CANCELLED: { text: { zh: "已注销", en: "Given up" }, tone: "plain" },
    REVOKED: { text: { zh: "已撤销", en: "Revoked" }, tone: "bad" },
  };

export const ELECTRONIC_LICENCE_STATUSES: Readonly<
  Record<ElectronicLicenceStatus, { readonly text: Text; readonly tone: Tone }>
> = {
  VALID: { text: { zh: "有效", en: "Valid" }, tone: "good" },
  SUSPENDED: { text: { zh: "已暂扣或中止，现在无效", en: "Suspended, not valid now" }, tone: "act" },
  EXPIRED: { text: { zh: "已到期", en: "Expired" }, tone: "bad" },
  CANCELLED: { text: { zh: "已注销", en: "Cancelled" }, tone: "plain" },
  REVOKED: { text: { zh: "已撤销", en: "Revoked" }, tone: "bad" },
};

/** The acts that make versions, as they are told afterwards. */
export const VERSION_ACTS: Readonly<Record<LicenceVersionAct, Text>> = {
  ISSUE: { zh: "颁发", en: "Issued" },
  CHANGE: { zh: "变更", en: "Changed" },
  RENEW: { zh: "延续", en: "Renewed" },
  REISSUE: { zh: "补领或换领", en: "Issued again" },
  UNDO: { zh: "恢复原内容", en: "Set back to what it said before" },
  IMPORT: { zh: "登记机构入库", en: "Stated by its register" },
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
