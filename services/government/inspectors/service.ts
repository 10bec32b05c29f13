import type { Service } from "../../kernel/service.ts";
import { INSPECTOR_MESSAGES } from "./messages.ts";

export const INSPECTORS = {
  name: "government/inspectors",
  schema: [],
  ids: [],
  models: ["Inspector"],
  messages: [INSPECTOR_MESSAGES],
} as const satisfies Service;
