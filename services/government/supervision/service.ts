import type { Service } from "../../kernel/service.ts";
import { SUPERVISION_EVENTS } from "./events.ts";
import { SUPERVISION_FIELDS } from "./field-words.ts";
import { SUPERVISION_MESSAGES } from "./messages.ts";
import { EVALUATION_TRAIL } from "./trail-words.ts";

export const SUPERVISION = {
  name: "government/supervision",
  schema: ["supervision", "evaluations"],
  ids: ["evl"],
  models: ["Evaluation", "AuditTrailFinding", "AuditTrailEntry"],
  fieldWords: SUPERVISION_FIELDS,
  messages: [SUPERVISION_MESSAGES],
  events: SUPERVISION_EVENTS,
  trail: EVALUATION_TRAIL,
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
        name: "EvaluationsOverdue",
        means: "bad evaluations are not put right in time",
        on: "number",
        metric: "OverdueEvaluationCount",
        field: "evaluationsOverdue",
        from: 1,
        isLiveOnly: true,
      },
    ],
  },
} as const satisfies Service;
