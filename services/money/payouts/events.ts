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
  "payout.refused": {
    payload: ["about", "amount"],
    text: {
      zh: "银行未能把 {amount} 元付到您的账户，款项仍应付给您，平台会再次办理。",
      en: "The bank could not pay {amount} yuan to your account. It is still owed to you, and will be paid again.",
    },
  },
  "payout.returned": {
    payload: ["about", "amount"],
    text: {
      zh: "付给您的 {amount} 元被收款银行退回，款项仍应付给您。账户已停用的，请换一个收款账户。",
      en: "Your bank has sent back {amount} yuan that were paid to you. They are still owed to you; name another account where the one is gone.",
    },
  },
  "settlement.returned": {
    payload: ["about", "partnerId", "amount"],
    text: {
      zh: "“{partner}”的结算款 {amount} 元被收款银行退回，随下一次结算再付。请核对收款账户。",
      en: "The bank of {partner} has sent back its settlement of {amount} yuan. It is owed again and comes with the next settlement; check the bank account.",
    },
  },
  "settlement.paid": {
    payload: ["about", "partnerId", "amount"],
    text: {
      zh: "“{partner}”的结算款 {amount} 元已由银行付出。",
      en: "The bank has paid {partner} its settlement of {amount} yuan.",
    },
  },
  "settlement.refused": {
    payload: ["about", "partnerId", "amount"],
    text: {
      zh: "银行未能付出“{partner}”的结算款 {amount} 元，款项已退回应付账户，随下一次结算再付。请核对收款账户。",
      en: "The bank could not pay {partner} its settlement of {amount} yuan. It is owed again and comes with the next settlement; check the bank account.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
