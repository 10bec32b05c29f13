import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { appointmentNaming } from "./appointment-naming.ts";
import { appointmentsToKeep } from "./appointments/to-do.ts";
import { closeHallDays } from "./closing/close-hall-days.ts";
import { hallNaming } from "./hall-naming.ts";
import { HALLS } from "./service.ts";

export const halls = {
  service: HALLS,
  offers: { toDos: [appointmentsToKeep], namings: [appointmentNaming, hallNaming] },
  sweeps: { "close-hall-days": closeHallDays },
} as const satisfies ServiceRuntime;
