import type { Service } from "../../kernel/service.ts";
import { REMEDY_MESSAGES } from "./messages.ts";

export const REMEDIES = {
  name: "people/remedies",
  schema: ["remedies"],
  ids: [],
  models: ["Remedies", "RemedyNotice", "RemedyPlace", "RemedyStatement", "RemedyRow"],
  messages: [REMEDY_MESSAGES],
} as const satisfies Service;
