import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const TRANSIT_WORDS = {
  TransitCardKind: {
    STANDARD: { zh: "普通卡", en: "Standard" },
    STUDENT: { zh: "学生卡", en: "Student" },
    SENIOR: { zh: "老年卡", en: "Senior" },
  },
  TransitCardStatus: {
    ACTIVE: { zh: "正常", en: "In use" },
    FROZEN: { zh: "已挂失", en: "Frozen" },
    REPLACED: { zh: "已补换", en: "Replaced" },
    CLOSED: { zh: "已注销", en: "Closed" },
  },
  TransitMode: {
    METRO: { zh: "地铁", en: "Metro" },
    BUS: { zh: "公交", en: "Bus" },
  },
  TransitTripStatus: {
    OPEN: { zh: "行程中", en: "Under way" },
    COMPLETED: { zh: "已完成", en: "Completed" },
    INCOMPLETE: { zh: "单边交易", en: "One end is missing" },
  },
  TapKind: {
    ENTRY: { zh: "进站", en: "Entry" },
    EXIT: { zh: "出站", en: "Exit" },
    BUS: { zh: "乘车", en: "Bus" },
  },
} as const satisfies EnumWords;
