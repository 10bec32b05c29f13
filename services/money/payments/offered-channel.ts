import { isId } from "../../kernel/ids.ts";
import { PAYMENT_CHANNELS, type Payer, type PaymentChannel } from "./payment.ts";

/** The channels that this deployment has for a mode, and where its pages are. */
type SetUp = {
  readonly channels: Readonly<Partial<Record<Exclude<PaymentChannel, "prefund">, unknown>>>;
  readonly siteOrigin?: string | undefined;
};

/** Partners have collected the money themselves and pay with it; nobody else has an account to pay from. */
export const paysThrough = (
  { channels }: Pick<SetUp, "channels">,
  payer: Payer,
  channel: PaymentChannel,
): boolean =>
  isId("ptn", payer) ? channel === "prefund" : channel !== "prefund" && channels[channel] !== undefined;

/** A way in which a payer can pay here. */
export type OfferedChannel = {
  readonly channel: PaymentChannel;
  /** The payer goes on at a page of the channel's. */
  readonly isHosted: boolean;
  /** A payment through it can say to which page its payer comes back. */
  readonly takesReturnPath: boolean;
};

/** The channels through which somebody can pay in their mode, as this deployment is set up. */
export const offeredTo = (payer: Payer, { channels, siteOrigin }: SetUp): readonly OfferedChannel[] =>
  PAYMENT_CHANNELS.filter((channel) => paysThrough({ channels }, payer, channel)).map((channel) => ({
    channel,
    isHosted: channel === "hosted",
    takesReturnPath: channel !== "prefund" && siteOrigin !== undefined,
  }));
