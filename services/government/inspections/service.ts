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
  // Nobody answers a partner's sandbox cases.
  alarmsIn: {
    "run-case-clocks": [
      {
        name: "RectificationsOverdue",
        means: "what inspections found is not put right in time",
        on: "number",
        metric: "OverdueRectificationCount",
        field: "rectificationsOverdue",
        from: 1,
        isLiveOnly: true,
      },
    ],
  },
} as const satisfies Service;
