import type { EventStatement } from "../../../kernel/service.ts";

/** The events of copies, with their texts for citizens. */
export const COPY_EVENTS = {
  "licence-copy.shared": {
    payload: ["about"],
    text: {
      zh: "您的电子证照已分享一份加注件，其用途、使用方和期限可随时查看。如非您本人操作，请立即撤销。",
      en: "A copy of your electronic licence was shared for one purpose; look at whom it is for, and until when. If that was not you, revoke it at once.",
    },
  },
  "licence-copy.used": {
    payload: ["about"],
    text: {
      zh: "您分享的证照加注件已使用一次，可在其使用记录中查看。",
      en: "A copy of your licence that you shared was used once; its record has more.",
    },
  },
  "licence-copy.refused": {
    payload: ["about"],
    text: {
      zh: "有人使用您分享的证照加注件时被拒绝，原因见其使用记录；一小时内的其他拒绝只作记录，不再通知。",
      en: "A use of a copy of your licence was refused; its record says why. Others within the hour are put on record and not told again.",
    },
  },
  "licence-copy.revoked": {
    payload: ["about"],
    text: {
      zh: "您的一份证照加注件已撤销，不能再使用。如非您本人操作，请立即联系平台。",
      en: "A copy of your licence was revoked and can no longer be used. If that was not you, tell the platform at once.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
