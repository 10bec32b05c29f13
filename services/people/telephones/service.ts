import type { Service } from "../../kernel/service.ts";
import { TELEPHONE_MESSAGES } from "./messages.ts";

export const TELEPHONES = {
  name: "people/telephones",
  schema: ["telephones"],
  ids: ["txt"],
  models: ["Telephone", "SentCode", "TooManyCodes", "TextNotSent"],
  messages: [TELEPHONE_MESSAGES],
} as const satisfies Service;
