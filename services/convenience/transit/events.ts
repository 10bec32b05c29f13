import type { EventStatement } from "../../kernel/service.ts";

/** The events of transit cards, with their texts for citizens. */
export const TRANSIT_EVENTS = {
  "card.charged": {
    payload: ["about", "amount"],
    text: {
      zh: "您的交通卡乘车扣款 {amount} 元。",
      en: "{amount} yuan were charged to your transit card for a ride.",
    },
  },
  "card.credited": {
    payload: ["about", "amount"],
    text: {
      zh: "您的交通卡乘车费用已更正，退回 {amount} 元。",
      en: "A ride of yours was corrected: {amount} yuan went back to your transit card.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
