import { CURRENCY } from "../../kernel/money.ts";
import type { Channel } from "./channels/channel.ts";
import { beginBy } from "./channels/channel-answer.ts";
import { type ChannelName, isOpen, type Payment } from "./payment.ts";
import { type SettlePorts, settlePayment } from "./settle-payment.ts";

/** The ports of payments and refunds through a channel. */
export type PayPorts = SettlePorts & {
  /** Where the platform's own pages are; undefined: nobody comes back to any. */
  readonly siteOrigin?: string | undefined;
  /** Those that this deployment has. */
  readonly channels: Readonly<Partial<Record<ChannelName, Channel>>>;
};

/**
 * Asks the channel about a payment that has not ended, and settles what it says. Where the channel may not have heard
 * of it and may begin it yet, the charge is what asks: it begins what a crash or a lost call has left, once for an id.
 */
export async function askChannel(ports: PayPorts, payment: Payment): Promise<Payment> {
  if (!isOpen(payment) || payment.channel === "prefund") return payment;
  const channel = ports.channels[payment.channel];
  if (!channel) throw new Error(`the channel ${payment.channel} of ${payment.id} is not configured`);
  const { id: paymentId, amount, createdAt: at, returnUrl } = payment;
  const order = { paymentId, amount, currency: CURRENCY, at } as const;
  const mayHaveToBegin = payment.status !== "PENDING" && ports.now() <= beginBy(order);
  const answer = mayHaveToBegin
    ? await channel.charge({ ...order, returnUrl, subject: subjectOf(ports, payment) })
    : await channel.query(order);
  const settled = await settlePayment(ports, payment, answer);
  // An answer that cannot be right is on record; the payment stays as it was until somebody has looked.
  if (!settled.ok) return payment;
  const goOnUrl = answer.state === "PENDING" ? answer.goOnUrl : undefined;
  return goOnUrl && isOpen(settled.value) ? { ...settled.value, goOnUrl } : settled.value;
}

const subjectOf = ({ purposes }: PayPorts, payment: Payment): string =>
  purposes.of(payment).subject(payment.purpose.parts);
