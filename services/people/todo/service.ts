import type { Service } from "../../kernel/service.ts";
import { TO_DO_MESSAGES } from "./messages.ts";

export const TO_DOS = {
  name: "people/todo",
  schema: ["todo"],
  ids: [],
  models: ["ToDo"],
  messages: [TO_DO_MESSAGES],
} as const satisfies Service;
