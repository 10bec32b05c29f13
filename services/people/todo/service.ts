import type { Service } from "../../kernel/service.ts";
import { TO_DO_WORDS } from "./enum-words.ts";
import { TO_DO_MESSAGES } from "./messages.ts";

export const TO_DOS = {
  name: "people/todo",
  schema: ["todo"],
  ids: [],
  models: ["ToDo"],
  enumWords: TO_DO_WORDS,
  messages: [TO_DO_MESSAGES],
} as const satisfies Service;
