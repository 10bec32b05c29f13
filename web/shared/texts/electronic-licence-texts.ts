import type {
  Caller,
  ElectronicLicenceStatus,
  LicenceVerificationOutcome,
  LicenceVersionAct,
} from "../generated/graphql.ts";
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

/** Those who verify a licence, where nothing else is told of them. */
export const LICENCE_VERIFIERS: Readonly<Record<Caller, Text>> = {
  ANONYMOUS: { zh: "未登录的人", en: "Somebody who had not signed in" },
  CITIZEN: { zh: "另一位市民", en: "Another citizen" },
  OFFICER: { zh: "政府部门窗口或工作人员", en: "An office, at a counter or at work" },
  PARTNER: { zh: "合作企业", en: "A partner enterprise" },
};

/** The ways in which a verification ends, as the holder reads of it. */
export const VERIFICATION_OUTCOMES: Readonly<
  Record<LicenceVerificationOutcome, { readonly text: Text; readonly tone: Tone }>
> = {
  CONFIRMED: {
    text: { zh: "号码核对一致，看到基本内容", en: "Knew your number’s end: saw the least" },
    tone: "good",
  },
  WRONG_ENDING: { text: { zh: "号码不符，没有看到内容", en: "Wrong number: saw nothing" }, tone: "act" },
  NOT_HEARD: { text: { zh: "未予核对，没有看到内容", en: "Not heard: saw nothing" }, tone: "act" },
  BY_CONSENT: { text: { zh: "经您同意查看", en: "Saw it by your consent" }, tone: "good" },
  PRESENTED: { text: { zh: "读取了您钱包出示的证照", en: "Read what your wallet showed" }, tone: "good" },
  CODE_READ: { text: { zh: "读取了您出示的证照码", en: "Read the code that you showed" }, tone: "good" },
  CODE_REFUSED: {
    text: { zh: "用失效的证照码，被拒绝", en: "Tried a code that no longer held" },
    tone: "bad",
  },
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
