import type { Message } from "../../../kernel/message.ts";

/** The texts of a page. Those under NOTICES stand on it in both languages. */
export const PAGE_WORDS = {
  NUMBER: { zh: "编号", en: "No." },
  ISSUER: { zh: "颁发机构", en: "Issued by" },
  ISSUED_ON: { zh: "颁发日期", en: "Issued on" },
  VALID_UNTIL: { zh: "有效期至", en: "Valid until" },
  ALWAYS: { zh: "长期", en: "No end" },
  YES: { zh: "是", en: "Yes" },
  NO: { zh: "否", en: "No" },
  IDENTIFIER: { zh: "证照标识", en: "Identifier" },
  QR: { zh: "核验二维码", en: "QR code for verification" },
} as const satisfies Readonly<Record<string, Message>>;

export const NOTICES = {
  PREVAILS: {
    zh: "本页是电子证照的显示件；与经签名的证照数据不一致的，以该数据为准。",
    en: "This page shows an electronic licence. Where it differs from the signed data of the licence, the signed data prevails.",
  },
  MADE: {
    zh: "本页制作于 {at}（北京时间），不反映其后的变更。",
    en: "Made on {at}, Beijing time; later changes are not on it.",
  },
  VERIFY: { zh: "核验方法：扫描二维码。", en: "To verify it, scan the code." },
  PART: {
    zh: "仅显示选定的内容。",
    en: "Only the chosen fields are shown.",
  },
  CUT: {
    zh: "以“…”结尾的内容未显示完整，完整内容见证照数据。",
    en: 'A text that ends with "…" is not whole here; the data of the licence has all of it.',
  },
  LEFT_OUT: {
    zh: "另有 {count} 项内容因版面所限未显示，见证照数据。",
    en: "There is no room for {count} more fields; the data of the licence has them.",
  },
  MISSING: {
    zh: "“〓”处的字符本页无法显示：{codes}，以证照数据为准。",
    en: '"〓" stands for characters that this page cannot show: {codes}. The data of the licence has them.',
  },
  COPY: {
    zh: "加注件 {number}：仅供{verifier}用于“{purpose}”，有效期至 {until}，他用无效。",
    en: 'Copy {number}: for {verifier} only, for "{purpose}", until {until}. Not valid for any other use.',
  },
} as const satisfies Readonly<Record<string, Message>>;

export const STATUS_WORDS = {
  VALID: { zh: "状态：有效", en: "Status: valid" },
  SUSPENDED: { zh: "状态：已暂停，现在无效", en: "Status: suspended, not valid now" },
  SUPERSEDED: { zh: "状态：已被新版本取代，无效", en: "Status: replaced by a later version, not valid" },
  INVALID: { zh: "状态：已注销或者撤销，无效", en: "Status: cancelled or revoked, not valid" },
  EXPIRED: { zh: "状态：有效期已届满，无效", en: "Status: expired, not valid" },
} as const satisfies Readonly<Record<string, Message>>;
