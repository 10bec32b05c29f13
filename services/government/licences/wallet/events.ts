import type { EventStatement } from "../../../kernel/service.ts";

/** The events of licences, with their texts for citizens. */
export const WALLET_EVENTS = {
  "wallet-key.bound": {
    payload: ["about"],
    text: {
      zh: "一部手机已绑定到您名下，可以出示您的电子证照。如非您本人操作，请立即解除绑定。",
      en: "A phone was bound that can show your electronic licences. If that was not you, revoke it at once.",
    },
  },
  "wallet-key.revoked": {
    payload: ["about"],
    text: {
      zh: "您的一部手机已解除绑定，不能再出示您的电子证照。如非您本人操作，请立即联系平台。",
      en: "A phone of yours was revoked and can no longer show your licences. If that was not you, tell the platform at once.",
    },
  },
  "licence-code.read": {
    payload: ["about"],
    text: {
      zh: "您出示的电子证照已由政务窗口读取一次。如非您本人出示，请立即解除手机绑定。",
      en: "An office has read the electronic licence that you showed. If you did not show it, revoke your phone at once.",
    },
  },
  "licence-code.read-by-partner": {
    payload: ["about", "partnerId"],
    text: {
      zh: "您出示的电子证照已由{partner}读取一次。如非您本人出示，请立即解除手机绑定。",
      en: "{partner} has read the electronic licence that you showed. If you did not show it, revoke your phone at once.",
    },
  },
  "licence-code.refused": {
    payload: ["about"],
    text: {
      zh: "有人试图使用您的一个已失效的证照码，已被拒绝。如非您本人出示，请检查已绑定的手机。",
      en: "Somebody tried a code of your licence that no longer holds; it was refused. If it was not shown by you, look at your bound phones.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
