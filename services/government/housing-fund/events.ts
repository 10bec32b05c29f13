import type { EventStatement } from "../../kernel/service.ts";

/** The events of standing orders, with their texts for citizens. */
export const FUND_EVENTS = {
  "fund-order.drawn": {
    payload: ["about", "amount"],
    text: {
      zh: "您的{case}：本次已提取住房公积金 {amount} 元，将付至约定的收款账户。",
      en: "By your standing order, {case}, {amount} yuan were drawn from the housing fund. They go to the account that it names.",
    },
  },
  "fund-order.not-drawn": {
    payload: ["about", "notDrawn"],
    text: {
      zh: "您的{case}：本次没有提取，原因是{notDrawn}。约定继续有效，下次到期时再核对。",
      en: "By your standing order, {case}, nothing was drawn this time: {notDrawn}. It stays in force and is looked at again when it is next due.",
    },
  },
  "fund-order.ended": {
    payload: ["about", "orderEnd"],
    text: {
      zh: "您的{case}：约定提取已终止，原因是{orderEnd}。",
      en: "Your standing order, {case}, has ended: {orderEnd}.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
