import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const TO_DO_WORDS = {
  ToDoKind: {
    CONFIRM_APPLICATION: { zh: "确认申请", en: "Confirm an application" },
    CORRECT_APPLICATION: { zh: "补正材料", en: "Correct an application" },
    FINISH_APPLICATION: { zh: "完成申请", en: "Finish an application" },
    KEEP_APPOINTMENT: { zh: "按时到大厅", en: "Keep an appointment" },
    PAY_BILL: { zh: "缴费", en: "Pay a bill" },
  },
} as const satisfies EnumWords;
