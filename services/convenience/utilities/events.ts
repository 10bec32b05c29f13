import type { EventStatement } from "../../kernel/service.ts";

/** The events of bills, with their texts for citizens. */
export const UTILITY_EVENTS = {
  "bill.issued": {
    payload: ["about", "partnerId", "amount"],
    text: {
      zh: "“{partner}”有新账单 {amount} 元待缴。",
      en: "A new bill of {partner} is due: {amount} yuan.",
    },
  },
  "bill.due": {
    payload: ["about", "partnerId", "amount", "dueOn"],
    text: {
      zh: "“{partner}”的账单 {amount} 元尚未缴纳，请在 {dueOn} 前缴清。",
      en: "A bill of {partner} is to be paid by {dueOn}: {amount} yuan.",
    },
  },
  "bill.corrected": {
    payload: ["about", "partnerId", "amount"],
    text: {
      zh: "“{partner}”更正了账单或读数，您的账单相应变动 {amount} 元；已缴账单的差额计入下一期账单。",
      en: "{partner} has corrected a bill or a reading, which changes your bills by {amount} yuan; the next bill bears what differs of those already paid.",
    },
  },
  "former-bill.corrected": {
    payload: ["about", "partnerId", "amount"],
    text: {
      zh: "“{partner}”更正了您过户前的账单或读数，您的账单相应变动 {amount} 元；多缴的款项原路退回付款人。",
      en: "{partner} has corrected a bill or a reading of the time before another holder, which changes your bills by {amount} yuan; what was paid too much goes back the way it was paid.",
    },
  },
  "utility-account.holder-changed": {
    payload: ["about", "partnerId", "number"],
    text: {
      zh: "“{partner}”的户号 {number} 已变更户名：您的绑定和自动缴费已终止，变更前的账单仍由您查看、缴纳。",
      en: "Account {number} of {partner} has another holder: your binding and automatic payment have ended; bills from before stay yours to see and to pay.",
    },
  },
  "utility-account.holder-restored": {
    payload: ["about", "partnerId", "number", "bill"],
    text: {
      zh: "“{partner}”撤回了户号 {number} 的户名变更：原户名的绑定和自动缴费已恢复，变更后的绑定已终止。",
      en: "{partner} has taken back that account {number} has another holder: bindings and automatic payment of the holder before stand again, those made since have ended.",
    },
  },
  "automatic-payment.above-ceiling": {
    payload: ["about", "partnerId", "amount"],
    text: {
      zh: "“{partner}”的账单 {amount} 元超过您设定的代扣上限，未自动缴纳，请手动缴费。",
      en: "The bill of {partner} over {amount} yuan is above your ceiling and was not paid by itself; please pay it.",
    },
  },
  "automatic-payment.given-up": {
    payload: ["about", "partnerId", "amount"],
    text: {
      zh: "“{partner}”的账单 {amount} 元多次自动缴费未成功，请手动缴费。",
      en: "The bill of {partner} over {amount} yuan could not be paid by itself; please pay it.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
