import type { LicenceVersionStatus } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";

/** How a version stands, and what that means to whom it is shown. */
export const VERSION_STATUSES: Readonly<
  Record<LicenceVersionStatus, { readonly text: Text; readonly tone: Tone; readonly means: Text }>
> = {
  VALID: {
    ...{ text: { zh: "有效", en: "Valid" }, tone: "good" },
    means: {
      zh: "登记中有这个证照，现在有效。请再核对它是不是出示人的。",
      en: "This licence is on record and valid now. See next whether it is of the person who shows it.",
    },
  },
  SUSPENDED: {
    ...{ text: { zh: "已暂扣或中止", en: "Suspended" }, tone: "act" },
    means: {
      zh: "已被暂扣或中止，恢复之前无效。",
      en: "It is held up, and not valid until it is resumed.",
    },
  },
  EXPIRED: {
    ...{ text: { zh: "已到期", en: "Expired" }, tone: "bad" },
    means: { zh: "有效期已过，不再有效。", en: "Its time is over: it is not valid any more." },
  },
  CANCELLED: {
    ...{ text: { zh: "已注销", en: "Cancelled" }, tone: "bad" },
    means: {
      zh: "已由持证人申请或依法注销，不再有效。",
      en: "Its holder has given it up, or the law has ended it: it is not valid any more.",
    },
  },
  REVOKED: {
    ...{ text: { zh: "已撤销", en: "Revoked" }, tone: "bad" },
    means: {
      zh: "颁发它的决定已撤销，不再有效。",
      en: "The decision that had issued it was taken back: it is not valid any more.",
    },
  },
  SUPERSEDED: {
    ...{ text: { zh: "已有新版本", en: "Replaced" }, tone: "bad" },
    means: {
      zh: "这个版本已被新版本取代，请让出示人出示新的。",
      en: "A newer version has taken its place: ask for that one.",
    },
  },
};
