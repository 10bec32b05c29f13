import type { Service } from "../../kernel/service.ts";
import { PAYOUT_WORDS } from "./enum-words.ts";
import { PAYOUT_EVENTS } from "./events.ts";
import { PAYOUT_FIELDS } from "./field-words.ts";

export const PAYOUTS = {
  name: "money/payouts",
  schema: ["payouts"],
  ids: ["pyo"],
  models: ["Payout"],
  enumWords: PAYOUT_WORDS,
  fieldWords: PAYOUT_FIELDS,
  messages: [],
  events: PAYOUT_EVENTS,
} as const satisfies Service;
