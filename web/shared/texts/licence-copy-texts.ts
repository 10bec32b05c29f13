import type { Caller, LicenceCopyFault, LicenceCopyStatus } from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

export const COPY_STATUSES: Readonly<
  Record<LicenceCopyStatus, { readonly text: Text; readonly tone: Tone }>
> = {
  IN_FORCE: { text: { zh: "可使用", en: "Can be used" }, tone: "good" },
  USED_UP: { text: { zh: "次数已用完", en: "Used up" }, tone: "plain" },
  OVER: { text: { zh: "已过期", en: "Over" }, tone: "plain" },
  REVOKED: { text: { zh: "已撤销", en: "Revoked" }, tone: "bad" },
};

/** Why a use was refused, as the holder reads of it. */
export const COPY_FAULTS: Readonly<Record<LicenceCopyFault, Text>> = {
  OTHER_VERIFIER: { zh: "拒绝：不是指定的使用方", en: "Refused: not the one it is for" },
  REVOKED: { zh: "拒绝：加注件已撤销", en: "Refused: it was revoked" },
  OVER: { zh: "拒绝：加注件已过期", en: "Refused: its time was over" },
  USED_UP: { zh: "拒绝：使用次数已用完", en: "Refused: it was used up" },
  SUPERSEDED: { zh: "拒绝：证照已有新版本", en: "Refused: the licence has a newer version" },
  LICENCE_SUSPENDED: { zh: "拒绝：证照已暂扣或中止", en: "Refused: the licence was suspended" },
  LICENCE_EXPIRED: { zh: "拒绝：证照已到期", en: "Refused: the licence had expired" },
  LICENCE_ENDED: { zh: "拒绝：证照已注销或撤销", en: "Refused: the licence had ended" },
};

/** Those who use a copy, where they have no name. */
export const COPY_USERS: Readonly<Record<Caller, Text>> = {
  ANONYMOUS: { zh: "未登录、持有代码的人", en: "Somebody with the code, not signed in" },
  CITIZEN: { zh: "已登录、持有代码的人", en: "Somebody with the code, signed in" },
  OFFICER: { zh: "工作人员", en: "An officer" },
  PARTNER: { zh: "合作单位", en: "A partner" },
};
