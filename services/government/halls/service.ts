import type { Service } from "../../kernel/service.ts";
import { HALL_EVENTS } from "./events.ts";
import { HALL_FIELDS } from "./field-words.ts";
import { HALL_MESSAGES } from "./messages.ts";
import { HALL_TRAIL } from "./trail-words.ts";

export const HALLS = {
  name: "government/halls",
  schema: ["halls"],
  ids: ["apt", "tkt"],
  models: [
    "Hall",
    "HallQueue",
    "HallWindow",
    "HallCall",
    "Appointment",
    "Ticket",
    "SlotFull",
    "BookingBlocked",
    "NobodyWaits",
    "CardReader",
    "TooManyAttendances",
  ],
  fieldWords: HALL_FIELDS,
  messages: [HALL_MESSAGES],
  events: HALL_EVENTS,
  trail: HALL_TRAIL,
  schedules: [
    {
      name: "close-hall-days",
      does: "closes the days of service halls",
      logs: "hall days",
      everyMinutes: 10,
      timeoutSeconds: 300,
      memoryMb: 512,
      // The second index has by day what is booked.
      needs: {
        data: [
          { does: "read", in: ["records", "registry"] },
          { does: "write", in: ["records"] },
          { does: "find", in: ["records"], by: "index1" },
          { does: "find", in: ["records"], by: "index2" },
        ],
      },
      alarms: [
        {
          // Days of halls are over at midnight; well before halls open they are closed.
          name: "HallDaysLate",
          means: "days of service halls are closed late",
          on: "number",
          metric: "HallDayLagSeconds",
          field: "lagSeconds",
          from: 14_400,
        },
        { name: "MissedHallDays", means: "days of service halls are not closed", on: "missed calls" },
      ],
    },
  ],
} as const satisfies Service;
