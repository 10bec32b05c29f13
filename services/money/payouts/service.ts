import type { Service } from "../../kernel/service.ts";
import { PAYOUT_EVENTS } from "./events.ts";

export const PAYOUTS = {
  name: "money/payouts",
  schema: ["payouts"],
  ids: ["pyo"],
  models: ["Payout"],
  messages: [],
  events: PAYOUT_EVENTS,
} as const satisfies Service;
