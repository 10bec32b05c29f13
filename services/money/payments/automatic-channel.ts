import type { PaymentChannel } from "./payment.ts";

/** The channels through which money comes without a payer who is there: what an order or a contract collects. */
export const AUTOMATIC_CHANNELS = ["sandbox", "hosted"] as const satisfies readonly PaymentChannel[];
export type AutomaticChannel = (typeof AUTOMATIC_CHANNELS)[number];

export const isAutomaticChannel = (channel: string): channel is AutomaticChannel =>
  AUTOMATIC_CHANNELS.some((each) => each === channel);
