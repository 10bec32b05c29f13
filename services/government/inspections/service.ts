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
  needsIn: {
    "run-case-clocks": {
      data: [
        { does: "read", in: ["records"] },
        { does: "write", in: ["records"] },
        { does: "find", in: ["records"], by: "index1" },
      ],
    },
  },
} as const satisfies Service;
