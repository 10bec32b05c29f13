import type { Message } from "../../kernel/message.ts";
import type { PaymentChannel } from "./payment.ts";

/** Channels by the names that the API has for them. */
export const CHANNELS = {
  SANDBOX: "sandbox",
  HOSTED: "hosted",
  PREFUND: "prefund",
} as const satisfies Readonly<Record<string, PaymentChannel>>;

export const CHANNEL_NAMES = {
  sandbox: "SANDBOX",
  hosted: "HOSTED",
  prefund: "PREFUND",
} as const satisfies Record<PaymentChannel, keyof typeof CHANNELS>;

/** Channels as payers read them. */
export const CHANNEL_TEXTS = {
  sandbox: { zh: "演示支付（不扣款）", en: "Demonstration, no money moves" },
  hosted: { zh: "网上支付", en: "Pay online" },
  prefund: { zh: "预存账户", en: "Prefunded account" },
} as const satisfies Record<PaymentChannel, Message>;
