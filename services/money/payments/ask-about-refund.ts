import { CURRENCY } from "../../kernel/money.ts";
import type { PayPorts } from "./ask-channel.ts";
import { beginBy } from "./channels/channel-answer.ts";
import { chargeOf, isOpenRefund, type Refund } from "./refund.ts";
import { paymentOf, settleRefund } from "./settle-refund.ts";

/** Asks the channel about a refund that has not ended, and settles what it says. */
export async function askAboutRefund(ports: PayPorts, refund: Refund): Promise<Refund> {
  if (!isOpenRefund(refund)) return refund;
  const name = refund.unexpected?.channel ?? (await paymentOf(ports, refund)).channel;
  const channel = name === "prefund" ? undefined : ports.channels[name];
  if (!channel) throw new Error(`the channel ${name} of ${refund.id} is not configured`);
  const { id: refundId, amount, createdAt: at } = refund;
  const order = { refundId, ...chargeOf(refund), amount, currency: CURRENCY, at } as const;
  const answer =
    ports.now() <= beginBy(order) ? await channel.refund(order) : await channel.queryRefund(order);
  const settled = await settleRefund(ports, refund, answer);
  return settled.ok ? settled.value : refund;
}
