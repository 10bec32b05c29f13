import type { Service } from "../../kernel/service.ts";
import { CITIZEN_MESSAGES } from "./messages.ts";

export const CITIZENS = {
  name: "people/citizens",
  schema: ["citizens"],
  ids: ["ctz", "cns", "crq"],
  models: ["Citizen", "Consent", "ConsentRequest", "ReadingOffice"],
  messages: [CITIZEN_MESSAGES],
} as const satisfies Service;
