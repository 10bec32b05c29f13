import type { Message } from "../../kernel/message.ts";

/** The texts about partners and their keys. */
export const PARTNER_MESSAGES = {
  NAME_NOT_REGISTERED: {
    zh: "企业名称须与登记一致：{name}。",
    en: "An enterprise takes part under its registered name, {name}.",
  },
  KEY_MALFORMED: {
    zh: "API 密钥不完整或有误，请检查是否完整复制。",
    en: "The API key is incomplete or mistyped; check that all of it was copied.",
  },
  KEY_REFUSED: { zh: "API 密钥不被接受。", en: "The API key is not accepted." },
  KEY_EXPIRED: { zh: "API 密钥已过期，请换发。", en: "The API key has expired; rotate it." },
  KEY_REVOKED: { zh: "API 密钥已吊销。", en: "The API key has been revoked." },
  KEY_NETWORK: {
    zh: "API 密钥不允许从当前网络地址使用。",
    en: "The API key may not be used from this network address.",
  },
  PARTNER_SUSPENDED: { zh: "合作单位已被暂停。", en: "The partner is suspended." },
  PARTNER_LAPSED: {
    zh: "企业的登记信息或代理授权已变更，正式密钥已暂停；请由现任法定代表人或其授权的代理人续期（renewPartnership）。",
    en: "What the register states of the enterprise, or its agent's authority, has changed, so live keys are suspended: its legal representative or an authorised agent has to renew (renewPartnership).",
  },
  ENTERPRISE_NOT_ON_RECORD: {
    zh: "平台没有该企业的登记信息。请法定代表人持营业执照和身份证到企业登记地的政务服务窗口，由登记人员核对登记机关的记载后录入（recordEnterprise），再提出申请。",
    en: "The platform has no statement of the register on this enterprise. Let its legal representative show the business licence and their identity card at a service window of the region where it is registered: a registrar reads the register there and records it (recordEnterprise). Then apply again.",
  },
  ENTERPRISE_NOT_IN_BUSINESS: {
    zh: "按登记机关的记载，该企业不在营业状态，不能接入。",
    en: "By the register the enterprise is not in business, and so cannot take part.",
  },
  NOT_ENTITLED: {
    zh: "只有登记的法定代表人，或其授权事项中写明 PARTNERSHIP 的代理人，才能为该企业办理接入。",
    en: "Only the legal representative whom the register states, or an agent whose authority names PARTNERSHIP, acts for this enterprise as a partner.",
  },
  STATEMENT_OUTDATED: {
    zh: "登记信息或代理授权与申请时不一致，须先由现任代表人续期（renewPartnership）。",
    en: "The register, or the agent's authority, says something else by now than what was applied on; the representative of today has to renew (renewPartnership) first.",
  },
  PARTNER_OF_THE_SANDBOX: {
    zh: "由沙箱身份申请的合作单位不能开通正式环境。",
    en: "A partner that was applied for by a sign-in to the sandbox cannot be granted live access.",
  },
  PHONE_INVALID: { zh: "电话号码有误。", en: "The phone number is not valid." },
  EMAIL_INVALID: { zh: "电子邮箱有误。", en: "The email address is not valid." },
  SCOPES_EMPTY: { zh: "至少选择一项权限。", en: "Name at least one scope." },
  SCOPES_NOT_GRANTED: { zh: "超出已批准的权限：{scopes}。", en: "More than was granted: {scopes}." },
  SCOPES_NOT_REQUESTED: { zh: "超出申请的权限：{scopes}。", en: "More than was asked for: {scopes}." },
  GRACE_OUT_OF_RANGE: { zh: "宽限小时数必须为 0 到 {max}。", en: "Grace hours have to be 0 to {max}." },
  EXPIRY_OUT_OF_RANGE: {
    zh: "有效期必须在将来，正式密钥最长 {max} 天。",
    en: "The expiry has to lie in the future, for a live key within {max} days.",
  },
  NETWORK_INVALID: {
    zh: "“{value}”不是 CIDR 网络地址。",
    en: '"{value}" is no network in CIDR notation, such as 203.0.113.0/24 or 2001:db8::/32.',
  },
  LIVE_ACCESS_MISSING: {
    zh: "尚未开通正式环境，只能创建测试密钥。",
    en: "Live access has not been granted; only test keys can be made.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof PARTNER_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
