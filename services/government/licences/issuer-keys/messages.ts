import type { Message } from "../../../kernel/message.ts";

/** The texts about the keys of those who issue licences. */
export const ISSUER_KEY_MESSAGES = {
  ISSUER_NOT_NAMED: {
    zh: "该证照类型的现行版本没有指定这一颁发机构。",
    en: "The version of this licence type that is in force names no such issuer.",
  },
  ISSUER_KEY_NOT_DERIVED: {
    zh: "正式环境的密钥须保存在密钥管理服务（KMS）中，请填写密钥标识。",
    en: "A live key is kept in a key management service (KMS): name it.",
  },
  KMS_KEY_INVALID: {
    zh: "请填写 KMS 密钥的 ARN 或别名。",
    en: "This is neither the ARN of a key in KMS nor an alias.",
  },
  ISSUER_KEY_UNREACHABLE: {
    zh: "平台不能使用该密钥（{reason}）。",
    en: "The platform cannot use the key ({reason}).",
  },
  ISSUER_KEY_UNFIT: {
    zh: "该密钥不是 P-256 曲线上的签名密钥。",
    en: "The key is none on P-256 that is made to sign.",
  },
  ISSUER_KEY_UNPROVEN: {
    zh: "用该密钥所作的签名未能以登记的公钥验证。",
    en: "What the key has signed is not verified by the public key on record.",
  },
  ISSUER_KEY_TAKEN: {
    zh: "该密钥已经登记过，一个密钥只属于一个颁发机构。",
    en: "The key is on record already: a key is one issuer's alone.",
  },
  ISSUER_KEY_START_PAST: { zh: "启用时间不能早于现在。", en: "A key cannot begin in the past." },
  ISSUER_KEY_END_PAST: { zh: "停用时间不能早于现在。", en: "A key cannot end in the past." },
  ISSUER_KEY_SINCE_AHEAD: {
    zh: "泄露时间不能晚于现在。",
    en: "A key is not compromised since a time that is yet to come.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof ISSUER_KEY_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
