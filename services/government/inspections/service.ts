import type { Service } from "../../kernel/service.ts";
import { INSPECTION_EVENTS } from "./events.ts";
import { INSPECTION_MESSAGES } from "./messages.ts";

export const INSPECTIONS = {
  name: "government/inspections",
  schema: ["inspections"],
  ids: ["ipl"],
  models: ["InspectionPlan", "InspectionResult", "PlannedInspection"],
  messages: [INSPECTION_MESSAGES],
  events: INSPECTION_EVENTS,
} as const satisfies Service;
