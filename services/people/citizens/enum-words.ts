import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const CITIZEN_WORDS = {
  ConsentStatus: {
    IN_FORCE: { zh: "有效", en: "In force" },
    EXPIRED: { zh: "已到期", en: "Expired" },
    REVOKED: { zh: "已撤回", en: "Taken back" },
  },
  ConsentRequestStatus: {
    PENDING: { zh: "待您答复", en: "Waiting for your answer" },
    GRANTED: { zh: "已同意", en: "Granted" },
    REFUSED: { zh: "已拒绝", en: "Refused" },
    EXPIRED: { zh: "已过期", en: "Expired" },
  },
} as const satisfies EnumWords;
