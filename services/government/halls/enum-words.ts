import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const HALL_WORDS = {
  AppointmentStatus: {
    BOOKED: { zh: "已预约", en: "Booked" },
    CANCELLED: { zh: "已取消", en: "Cancelled" },
    CHECKED_IN: { zh: "已取号", en: "Checked in" },
    NO_SHOW: { zh: "爽约", en: "Not kept" },
    HALL_CLOSED: { zh: "大厅未开放", en: "The hall was closed" },
  },
  TicketStatus: {
    WAITING: { zh: "等候中", en: "Waiting" },
    CALLED: { zh: "已叫号", en: "Called" },
    SERVED: { zh: "已办理", en: "Served" },
    NO_SHOW: { zh: "过号", en: "Nobody came" },
    GIVEN_UP: { zh: "已放弃", en: "Given up" },
  },
  TicketOutcome: {
    SERVED: { zh: "已办理", en: "Served" },
    NO_SHOW: { zh: "过号", en: "Nobody came" },
  },
} as const satisfies EnumWords;
