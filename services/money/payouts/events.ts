import type { EventStatement } from "../../kernel/service.ts";

/** The events of payouts, with their texts for citizens. */
export const PAYOUT_EVENTS = {
  "payout.paid": {
    payload: ["about", "amount"],
    text: {
      zh: "已向您的银行账户退还 {amount} 元。",
      en: "{amount} yuan were paid out to your bank account.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
