import type { Service } from "../../kernel/service.ts";
import { REMEDY_MESSAGES } from "./messages.ts";

export const REMEDIES = {
  name: "people/remedies",
  schema: ["remedies"],
  ids: [],
  models: ["Remedies", "RemedyNotice", "RemedyPlace", "RemedyStatement", "RemedyRow"],
  messages: [REMEDY_MESSAGES],
  inApi: {
    lines: [
      {
        metric: "OnlineRemedyGapCount",
        message: "a decision names no online channel",
        alarm: {
          name: "OnlineRemedyGaps",
          means:
            "decisions against people are served online without the online channel that they have to come with",
          from: 1,
        },
      },
    ],
  },
} as const satisfies Service;
