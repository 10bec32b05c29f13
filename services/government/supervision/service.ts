import type { Service } from "../../kernel/service.ts";
import { SUPERVISION_MESSAGES } from "./messages.ts";

export const SUPERVISION = {
  name: "government/supervision",
  schema: ["supervision", "evaluations"],
  ids: ["evl"],
  models: ["Evaluation", "AuditTrailFinding", "AuditTrailEntry"],
  messages: [SUPERVISION_MESSAGES],
} as const satisfies Service;
