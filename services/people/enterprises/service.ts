import type { Service } from "../../kernel/service.ts";
import { ENTERPRISE_EVENTS } from "./events.ts";
import { ENTERPRISE_FIELDS } from "./field-words.ts";
import { ENTERPRISE_MESSAGES } from "./messages.ts";

export const ENTERPRISES = {
  name: "people/enterprises",
  schema: ["enterprises"],
  ids: ["aut", "ent"],
  models: ["RepresentedSubject", "Enterprise", "OwnEnterprise", "Principal", "Authority", "OwnLabour"],
  fieldWords: ENTERPRISE_FIELDS,
  messages: [ENTERPRISE_MESSAGES],
  events: ENTERPRISE_EVENTS,
  needsIn: {
    // The principal of an authority that ends is looked up; what follows is its followers' to do, with their own needs.
    "deliver-events": { data: [{ does: "read", in: ["records"] }] },
    "run-case-clocks": {
      data: [
        { does: "read", in: ["records"] },
        { does: "write", in: ["records"] },
        { does: "find", in: ["records"], by: "index1" },
      ],
    },
  },
} as const satisfies Service;
