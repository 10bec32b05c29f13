import type { Service } from "../../kernel/service.ts";
import { HALL_EVENTS } from "./events.ts";
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
    "Appointment",
    "Ticket",
    "SlotFull",
    "BookingBlocked",
    "NobodyWaits",
    "CardReader",
    "TooManyAttendances",
  ],
  messages: [HALL_MESSAGES],
  events: HALL_EVENTS,
  trail: HALL_TRAIL,
} as const satisfies Service;
