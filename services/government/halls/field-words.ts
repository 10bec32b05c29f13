import type { FieldWords } from "../../kernel/service.ts";

/** How people read the fields of this service that stand in the record of who has read their data. */
export const HALL_FIELDS = {
  Appointment: {
    name: { zh: "大厅预约", en: "Appointment at a hall" },
    fields: {
      item: { zh: "事项", en: "Service item" },
      serviceItem: { zh: "事项内容", en: "Service item with its terms" },
      ticket: { zh: "排队号", en: "Ticket" },
    },
  },
  Ticket: {
    name: { zh: "排队号", en: "Ticket" },
    fields: {
      application: { zh: "办件", en: "Application" },
      bookedFor: { zh: "预约时段", en: "Booked time" },
      item: { zh: "事项", en: "Service item" },
      serviceItem: { zh: "事项内容", en: "Service item with its terms" },
    },
  },
} as const satisfies FieldWords;
