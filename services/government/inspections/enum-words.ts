import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const INSPECTION_WORDS = {
  RandomInspectionOutcome: {
    NO_PROBLEM: { zh: "未发现问题", en: "Nothing was found" },
    RECTIFICATION: { zh: "责令改正", en: "To be put right" },
    NOT_REACHABLE: { zh: "未能联系", en: "Nobody was found" },
    PUT_RIGHT: { zh: "已改正", en: "Put right" },
  },
} as const satisfies EnumWords;
