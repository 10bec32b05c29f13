import type { Mode } from "../../kernel/actor.ts";
import { isId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/runtime.ts";
import { askChannel, type PayPorts } from "./ask-channel.ts";
import { openPayments, type PaymentEnvironment } from "./open-payments.ts";
import { OTHER_MONEY } from "./outcome.ts";
import { isOpen, type Payment, wasPaid } from "./payment.ts";
import { getPayment } from "./store.ts";

/** The request that made a payment or refund is given so long to hear the channel's answer itself. */
export const ASKED_AFTER_MS = 10_000;

/** DIFFERS: it has failed here, though the channel has taken other money for it. */
export type FollowUp = "SUCCEEDED" | "FAILED" | "DIFFERS" | "OPEN";

/** How a payment has ended; one that nobody waits for any more is asked about at its channel. */
export async function followUpPayment(
  environment: PaymentEnvironment,
  { about, mode, now }: { readonly about: string; readonly mode: Mode; readonly now: Instant },
): Promise<FollowUp> {
  const ports = openPayments(environment, mode, { kind: "SYSTEM", mode, name: "follow-up" });
  const payment = isId("pay", about) ? await getPayment(ports, about) : undefined;
  if (!payment) throw new Error("the payment of an event is not there");
  const isFresh = now < plusMs(payment.createdAt, ASKED_AFTER_MS);
  const known = isFresh || !isAskable(ports, payment) ? payment : await askChannel(ports, payment);
  if (isOpen(known)) return "OPEN";
  if (wasPaid(known)) return "SUCCEEDED";
  return known.declined === OTHER_MONEY ? "DIFFERS" : "FAILED";
}

/** A gateway whose settings are gone or wrong can be asked when they are right again. */
export const isAskable = (
  { channels }: Pick<PayPorts, "channels">,
  { channel }: Pick<Payment, "channel">,
): boolean => channel === "prefund" || channels[channel] !== undefined;
