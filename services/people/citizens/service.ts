import type { Service } from "../../kernel/service.ts";
import { CITIZEN_EVENTS } from "./events.ts";
import { CITIZEN_FIELDS } from "./field-words.ts";
import { CITIZEN_MESSAGES } from "./messages.ts";

export const CITIZENS = {
  name: "people/citizens",
  schema: ["citizens"],
  ids: ["ctz", "cns", "crq"],
  models: ["Citizen", "Consent", "ConsentRequest", "ReadingOffice"],
  fieldWords: CITIZEN_FIELDS,
  messages: [CITIZEN_MESSAGES],
  events: CITIZEN_EVENTS,
} as const satisfies Service;
