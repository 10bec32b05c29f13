import type { Service } from "../../kernel/service.ts";
import { TELEPHONE_EVENTS } from "./events.ts";
import { TELEPHONE_MESSAGES } from "./messages.ts";
import { TELEPHONE_SETTINGS } from "./settings.ts";

export const TELEPHONES = {
  name: "people/telephones",
  schema: ["telephones"],
  ids: ["txt"],
  models: ["Telephone", "SentCode", "TooManyCodes", "TextNotSent"],
  messages: [TELEPHONE_MESSAGES],
  events: TELEPHONE_EVENTS,
  settings: TELEPHONE_SETTINGS,
} as const satisfies Service;
