import type { Service } from "../../kernel/service.ts";
import { PARTNER_EVENTS } from "./events.ts";
import { PARTNER_MESSAGES } from "./messages.ts";

export const PARTNERS = {
  name: "people/partners",
  schema: ["partners"],
  ids: ["ptn"],
  models: ["PartnerName", "Partner", "ApiKey", "RegisterStatement"],
  messages: [PARTNER_MESSAGES],
  events: PARTNER_EVENTS,
} as const satisfies Service;
