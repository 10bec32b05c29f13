import type { Service } from "../../kernel/service.ts";
import { PARTNER_MESSAGES } from "./messages.ts";

export const PARTNERS = {
  name: "people/partners",
  schema: ["partners"],
  ids: ["ptn"],
  models: ["PartnerName", "Partner", "ApiKey", "RegisterStatement"],
  messages: [PARTNER_MESSAGES],
} as const satisfies Service;
