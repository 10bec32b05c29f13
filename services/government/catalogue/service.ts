import type { Service } from "../../kernel/service.ts";
import { CATALOGUE_WORDS } from "./enum-words.ts";
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
    "NotPublishable",
    "Violation",
  ],
  enumWords: CATALOGUE_WORDS,
  messages: [CATALOGUE_MESSAGES],
} as const satisfies Service;
