import type { ElectronicLicenceStatus, LicenceVersionAct } from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

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
