import type { Service } from "../../kernel/service.ts";
import { PAYOUT_EVENTS } from "./events.ts";
import { PAYOUT_FIELDS } from "./field-words.ts";
import { PAYOUT_MESSAGES } from "./messages.ts";

export const PAYOUTS = {
  name: "money/payouts",
  schema: ["payouts"],
  ids: ["pyo"],
  models: ["Payout"],
  fieldWords: PAYOUT_FIELDS,
  messages: [PAYOUT_MESSAGES],
  events: PAYOUT_EVENTS,
  inApi: {
    lines: [
      {
        metric: "RefusedPayoutCount",
        message: "a payout was refused by the bank",
        alarm: { name: "RefusedPayouts", means: "the bank has not paid what it was told to", from: 1 },
      },
    ],
  },
} as const satisfies Service;
