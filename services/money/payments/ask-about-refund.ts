import { CURRENCY } from "../../kernel/money.ts";
import type { PayPorts } from "./ask-channel.ts";
import { beginBy } from "./channels/channel-answer.ts";
import { isOpenRefund, type Refund } from "./refund.ts";
import { paymentOf, settleRefund } from "./settle-refund.ts";

/** Asks the channel about a refund that has not ended, and settles what it says. */
export async function askAboutRefund(ports: PayPorts, refund: Refund): Promise<Refund> {
  if (!isOpenRefund(refund)) return refund;
  const payment = await paymentOf(ports, refund);
  const channel = payment.channel === "prefund" ? undefined : ports.channels[payment.channel];
  if (!channel) throw new Error(`the channel ${payment.channel} of ${payment.id} is not configured`);
  const { id: refundId, payment: paymentId, amount, createdAt: at } = refund;
  const order = { refundId, paymentId, amount, currency: CURRENCY, at } as const;
  const answer =
    ports.now() <= beginBy(order) ? await channel.refund(order) : await channel.queryRefund(order);
  const settled = await settleRefund(ports, refund, answer);
  return settled.ok ? settled.value : refund;
}
