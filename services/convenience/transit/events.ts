import type { EventStatement } from "../../kernel/service.ts";

/** The events of transit cards, with their texts for citizens. */
export const TRANSIT_EVENTS = {
  "card.charged": {
    payload: ["about", "amount"],
    text: {
      zh: "您的交通卡乘车扣款 {amount} 元。",
      en: "{amount} yuan were charged to your transit card for riding.",
    },
  },
  "card.credited": {
    payload: ["about", "amount"],
    text: {
      zh: "您的交通卡乘车费用已更正，退回 {amount} 元。",
      en: "A ride of yours was corrected: {amount} yuan went back to your transit card.",
    },
  },
  "fares.not-collected": {
    payload: ["about", "amount"],
    text: {
      zh: "您的乘车费 {amount} 元扣款未成功，请为交通卡充值补足；补足前不能进站或乘车。",
      en: "Fares of {amount} yuan could not be collected; please top up your transit card. Until they are paid, gates let you in with none of your cards.",
    },
  },
  "transit-entitlement.granted": {
    payload: ["about", "from", "until"],
    text: {
      zh: "您的乘车优待资格已登记，自 {from} 至 {until} 有效。",
      en: "Your right to ride free or at a lower fare is on record, from {from} to {until}.",
    },
  },
  "transit-entitlement.ended": {
    payload: ["about", "on", "reason"],
    text: {
      zh: "您的乘车优待资格到 {on} 为止，此后按普通票价计费。原因：{reason}",
      en: "Your right to ride free or at a lower fare ends with {on}; then you pay the standard fare. Reason: {reason}",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
