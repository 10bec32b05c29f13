import type { Message } from "../../../kernel/message.ts";

/** The texts about phones that show licences, and about what they show. */
export const WALLET_MESSAGES = {
  WALLET_KEY_INVALID: {
    zh: "公钥须为 P-256 曲线上的点（JWK，kty 为 EC），且不得含私钥（d）。",
    en: "The public key has to be a point of P-256 (a JWK with kty EC), without its private part (d).",
  },
  WALLET_CHALLENGE_OVER: {
    zh: "质询已过期，或不是发给您的；请重新获取（walletKeyChallenge）。",
    en: "The challenge is over, or was not given to you; ask for another (walletKeyChallenge).",
  },
  WALLET_KEY_UNPROVEN: {
    zh: "签名与该公钥不符：须由这部手机的私钥对质询签名。",
    en: "This key has not signed the challenge: the phone signs it with the key's private part.",
  },
  WALLET_DEVICES_FULL: {
    zh: "最多可同时绑定 {max} 部手机。请先解除其中一部（revokeWalletKey），再绑定新的。",
    en: "At most {max} phones may be bound at once. Revoke one of them first (revokeWalletKey), then bind the new one.",
  },
  WALLET_KEY_REVOKED: {
    zh: "该密钥已解除绑定，不能再次绑定；请在手机上生成新的密钥。",
    en: "This key was revoked and is never bound again; make a new one on the phone.",
  },
  WALLET_DEVICE_NOT_FOUND: {
    zh: "您没有绑定这部手机。",
    en: "No such phone is bound to you.",
  },
  WALLET_DEVICE_REVOKED: {
    zh: "这部手机已解除绑定，不能再出示证照。",
    en: "This phone was revoked and shows no licence any more.",
  },
  ELECTRONIC_LICENCE_NOT_FOUND: {
    zh: "没有这一证照，或您无权出示。",
    en: "There is no such licence, or none that you may show.",
  },
  LICENCE_ISSUER_KEYLESS: {
    zh: "颁发机构目前没有可用的签名密钥，暂不能签发；请稍后再试，或到窗口办理。",
    en: "The issuing authority has no key that signs now; try again later, or go to a window.",
  },
  PLATFORM_WITHOUT_ADDRESS: {
    zh: "本平台未设定对外地址，不能签发可供核验的证照。",
    en: "This platform has no address of its own, so nobody could verify what it signs.",
  },
  LICENCE_CODE_UNKNOWN: {
    zh: "没有这一证照码，请持有人重新出示。",
    en: "There is no such code; ask the holder to show another.",
  },
  LICENCE_CODE_USED: {
    zh: "该证照码已使用过，只能用一次。已告知持有人。",
    en: "This code was used before; each is read once. Its holder is told.",
  },
  LICENCE_CODE_OVER: {
    zh: "该证照码已失效（60 秒内有效），请持有人重新出示。",
    en: "This code is over: it holds for 60 seconds. Ask the holder to show another.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof WALLET_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
