import type { EventStatement } from "../../kernel/service.ts";

/** The events of telephones, with their texts for citizens. */
export const TELEPHONE_EVENTS = {
  "telephone.changed": {
    payload: ["about"],
    text: {
      zh: "您名下的手机号码已登记或更换，今后的验证码将发送至该号码。如非您本人操作，请立即联系平台。",
      en: "A new telephone of yours is on record, and codes are sent to it from now on. If that was not you, tell the platform at once.",
    },
  },
  "telephone.removed": {
    payload: ["about"],
    text: {
      zh: "您名下的手机号码已删除，不再向其发送验证码。如非您本人操作，请立即联系平台。",
      en: "Your telephone was removed; no codes are sent to it any more. If that was not you, tell the platform at once.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
