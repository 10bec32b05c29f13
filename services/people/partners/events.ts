import type { EventStatement } from "../../kernel/service.ts";

/** The events of partners and their keys, with their texts for citizens. */
export const PARTNER_EVENTS = {
  "partner.approved": {
    payload: ["about", "partnerId"],
    text: {
      zh: "“{partner}”的接入申请已通过，现在可以创建测试密钥。",
      en: "The application of {partner} was approved; test keys can be made now.",
    },
  },
  "partner.rejected": {
    payload: ["about", "partnerId"],
    text: {
      zh: "“{partner}”的接入申请未通过，可查看理由和救济途径。",
      en: "The application of {partner} was rejected; you can read why, and what you can do.",
    },
  },
  "partner.live-granted": {
    payload: ["about", "partnerId"],
    text: {
      zh: "“{partner}”已开通正式环境，现在可以创建正式密钥。",
      en: "{partner} was granted live access; live keys can be made now.",
    },
  },
  "partner.suspended": {
    payload: ["about", "partnerId"],
    text: {
      zh: "“{partner}”的接入已被暂停，其密钥暂不可用，可查看理由和救济途径。",
      en: "{partner} was suspended, and its keys do not work meanwhile; you can read why, and what you can do.",
    },
  },
  "partner.reinstated": {
    payload: ["about", "partnerId"],
    text: {
      zh: "“{partner}”的接入已恢复，其密钥重新可用。",
      en: "{partner} was reinstated; its keys work again.",
    },
  },
  "partner.lapsed": {
    payload: ["about", "partnerId"],
    text: {
      zh: "登记机关对“{partner}”所属企业的记载或其代理授权已变更：正式密钥已暂停，须由现任法定代表人或其授权的代理人续期（renewPartnership），经审核后恢复。",
      en: "What the register states of the enterprise {partner}, or an agent's authority for it, has changed: live keys are suspended until its legal representative or an authorised agent renews (renewPartnership) and that is reviewed.",
    },
  },
  "partner.renewal-requested": {
    payload: ["about", "partnerId"],
    text: {
      zh: "“{partner}”的续期申请已提交，等待审核。",
      en: "The renewal of {partner} was asked for and waits for its review.",
    },
  },
  "partner.renewed": {
    payload: ["about", "partnerId"],
    text: {
      zh: "“{partner}”已续期，正式密钥重新可用。建议立即换发原有密钥。",
      en: "{partner} was renewed and its live keys work again. Rotate the keys that others have known.",
    },
  },
  "partner.renewal-refused": {
    payload: ["about", "partnerId"],
    text: {
      zh: "“{partner}”的续期申请未通过，正式密钥仍然暂停，可查看理由和救济途径。",
      en: "The renewal of {partner} was refused, and its live keys stay suspended; you can read why, and what you can do.",
    },
  },
  "api-key.created": {
    payload: ["about", "partnerId"],
    text: {
      zh: "已为“{partner}”创建新的 API 密钥。如非您本人操作，请立即吊销。",
      en: "A new API key was made for {partner}. If that was not you, revoke it at once.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
