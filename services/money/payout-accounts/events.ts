import type { EventStatement } from "../../kernel/service.ts";

/** The events of payout accounts, with their texts for citizens. */
export const PAYOUT_ACCOUNT_EVENTS = {
  "payout-account.added": {
    payload: ["about"],
    text: {
      zh: "您名下新增了一个收款银行账户。如非您本人意愿，请立即删除。",
      en: "A bank account was added to which you can be paid. If you did not want it, remove it at once.",
    },
  },
  "payout-account.proven": {
    payload: ["about"],
    text: {
      zh: "您的一个收款银行账户已由银行核验为本人账户。",
      en: "The bank has confirmed that an account to which you can be paid is yours.",
    },
  },
  "payout-account.removed": {
    payload: ["about"],
    text: {
      zh: "您的一个收款银行账户已删除，今后不再向其付款。如非您本人操作，请立即联系平台。",
      en: "An account of yours was removed; you are not paid to it any more. If that was not you, tell the platform at once.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
