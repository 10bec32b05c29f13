import type { Service } from "../../kernel/service.ts";
import { PAYOUT_EVENTS } from "./events.ts";
import { PAYOUT_FIELDS } from "./field-words.ts";

export const PAYOUTS = {
  name: "money/payouts",
  schema: ["payouts"],
  ids: ["pyo"],
  models: ["Payout"],
  fieldWords: PAYOUT_FIELDS,
  messages: [],
  events: PAYOUT_EVENTS,
} as const satisfies Service;
