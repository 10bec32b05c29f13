import type { Service } from "../../kernel/service.ts";
import { HALL_MESSAGES } from "./messages.ts";

export const HALLS = {
  name: "government/halls",
  schema: ["halls"],
  ids: ["apt", "tkt"],
  models: [
    "Hall",
    "HallQueue",
    "HallWindow",
    "Appointment",
    "Ticket",
    "SlotFull",
    "BookingBlocked",
    "NobodyWaits",
    "CardReader",
    "TooManyAttendances",
  ],
  messages: [HALL_MESSAGES],
} as const satisfies Service;
