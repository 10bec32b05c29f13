import type { Message } from "../kernel/message.ts";

/** The ways in which a text fails to be the number of an identity document, in the order in which they are looked for. */
export const IDENTITY_PROBLEMS = {
  LENGTH: {
    zh: "应为 18 位（旧版外国人永久居留身份证为 3 位字母加 12 位数字）",
    en: "it has 18 characters (on an old permanent-residence card of a foreigner three letters and twelve digits)",
  },
  CHARACTERS: {
    zh: "只能是数字，末位可为大写字母 X（旧版外国人永久居留身份证为 3 位大写字母加 12 位数字）",
    en: "it has digits only, at its end perhaps a capital X (an old permanent-residence card of a foreigner has three capital letters and twelve digits)",
  },
  REGION: {
    zh: "开头的地区代码不存在，港澳台居民居住证应以 810000、820000 或 830000 开头",
    en: "no region begins so; a residence permit of Hong Kong, Macao or Taiwan begins with 810000, 820000 or 830000",
  },
  DATE: { zh: "第 7 至 14 位不是存在的出生日期", en: "its characters 7 to 14 are no birth date that exists" },
  BORN_LATER: { zh: "出生日期晚于今天", en: "its birth date lies in the future" },
  CHECK: {
    zh: "与末位校验码不符，请逐位核对",
    en: "its last character does not fit the others; check each of them",
  },
} as const satisfies Readonly<Record<string, Message>>;

export type IdentityProblem = keyof typeof IDENTITY_PROBLEMS;

/** The sentence in which every place of the platform refuses a number. */
export const NUMBER_REFUSED = {
  zh: "这不是有效的公民身份号码，也不是居住证或永久居留证的号码：{problem}。",
  en: "This is no valid identity number: {problem}.",
} as const satisfies Message;
