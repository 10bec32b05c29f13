import type { Service } from "../../kernel/service.ts";
import { LICENCE_WORDS } from "./enum-words.ts";
import { LICENCE_MESSAGES } from "./messages.ts";

export const LICENCES = {
  name: "government/licences",
  schema: ["licences"],
  ids: [],
  models: ["Licence"],
  enumWords: LICENCE_WORDS,
  messages: [LICENCE_MESSAGES],
} as const satisfies Service;
