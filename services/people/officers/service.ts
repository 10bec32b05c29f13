import type { Service } from "../../kernel/service.ts";
import { OFFICER_MESSAGES } from "./messages.ts";

export const OFFICERS = {
  name: "people/officers",
  schema: ["officers"],
  ids: [],
  models: ["Officer"],
  messages: [OFFICER_MESSAGES],
} as const satisfies Service;
