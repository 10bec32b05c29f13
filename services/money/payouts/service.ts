import type { Service } from "../../kernel/service.ts";

export const PAYOUTS = {
  name: "money/payouts",
  schema: ["payouts"],
  ids: ["pyo"],
  models: ["Payout"],
  messages: [],
} as const satisfies Service;
