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
