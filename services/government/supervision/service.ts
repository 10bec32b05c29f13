import type { Service } from "../../kernel/service.ts";
import { SUPERVISION_EVENTS } from "./events.ts";
import { SUPERVISION_MESSAGES } from "./messages.ts";
import { EVALUATION_TRAIL } from "./trail-words.ts";

export const SUPERVISION = {
  name: "government/supervision",
  schema: ["supervision", "evaluations"],
  ids: ["evl"],
  models: ["Evaluation", "AuditTrailFinding", "AuditTrailEntry"],
  messages: [SUPERVISION_MESSAGES],
  events: SUPERVISION_EVENTS,
  trail: EVALUATION_TRAIL,
} as const satisfies Service;
