import type { ElectronicLicenceStatus, LicenceVersionAct } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";

export const LICENCE_STATUSES: Readonly<
  Record<ElectronicLicenceStatus, { readonly text: Text; readonly tone: Tone }>
> = {
  VALID: { text: { zh: "有效", en: "Valid" }, tone: "good" },
  SUSPENDED: { text: { zh: "已暂扣或中止", en: "Suspended" }, tone: "wait" },
  EXPIRED: { text: { zh: "已过期", en: "Expired" }, tone: "bad" },
  CANCELLED: { text: { zh: "已注销", en: "Cancelled" }, tone: "plain" },
  REVOKED: { text: { zh: "已撤销", en: "Revoked" }, tone: "bad" },
};

export const VERSION_ACTS: Readonly<Record<LicenceVersionAct, Text>> = {
  ISSUE: { zh: "颁发", en: "issue" },
  CHANGE: { zh: "变更", en: "change" },
  RENEW: { zh: "延续", en: "renewal" },
  REISSUE: { zh: "补领、换领", en: "reissue" },
  UNDO: { zh: "恢复原内容", en: "back to what it said" },
};
