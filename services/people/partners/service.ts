import type { Service } from "../../kernel/service.ts";
import { PARTNER_EVENTS } from "./events.ts";
import { PARTNER_MESSAGES } from "./messages.ts";

export const PARTNERS = {
  name: "people/partners",
  schema: ["partners"],
  ids: ["ptn"],
  models: ["PartnerName", "Partner", "PartnerReview", "ApiKey", "RegisterStatement"],
  messages: [PARTNER_MESSAGES],
  events: PARTNER_EVENTS,
  // Partners whose enterprise has changed lose their live access, by the register's word in the enterprise's records: they
  // and their trails are written to, nothing else.
  needsIn: {
    "deliver-events": {
      data: [
        { does: "read", in: ["registry", "records"] },
        { does: "put", in: ["registry"], within: ["ptn_*", "audit#ptn_*"] },
      ],
    },
  },
} as const satisfies Service;
