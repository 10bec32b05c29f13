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
  inApi: {
    needs: { data: [], secrets: ["textMessages"] },
    lines: [
      {
        metric: "TextUnknownCount",
        message: "text messages: outcome unknown",
        // One or two are weather.
        alarm: { name: "TextMessages", means: "texts with codes may not have been sent", from: 3 },
      },
    ],
  },
} as const satisfies Service;
