import type { EventStatement } from "../../kernel/service.ts";

/** The events of consents, with their texts for citizens. */
export const CITIZEN_EVENTS = {
  "consent.granted": {
    payload: ["about", "partnerId"],
    text: {
      zh: "您已授权“{partner}”读取您的数据，可随时撤回。",
      en: "You allowed {partner} to read data of yours. You can take that back at any time.",
    },
  },
  "consent.revoked": {
    payload: ["about", "partnerId"],
    text: {
      zh: "您已撤回对“{partner}”的授权，对方不能再据此读取您的数据。",
      en: "You took back what you had allowed {partner}; it reads nothing under it any more.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
