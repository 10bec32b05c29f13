import type { Service } from "../../kernel/service.ts";
import { CATALOGUE_MESSAGES } from "./messages.ts";

export const CATALOGUE = {
  name: "government/catalogue",
  schema: ["catalogue"],
  ids: ["itm"],
  models: [
    "EditedItem",
    "ServiceItem",
    "RollOut",
    "RollOutChange",
    "RollOutStageOfRegion",
    "WorkflowStep",
    "FormField",
    "WindowAgreement",
    "NotPublishable",
    "Violation",
  ],
  messages: [CATALOGUE_MESSAGES],
} as const satisfies Service;
