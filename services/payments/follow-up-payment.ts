import type { Mode } from "../platform/actor.ts";
import { isId } from "../platform/ids.ts";
import { type Instant, plusMs } from "../platform/runtime.ts";
import { askChannel, type PayPorts } from "./make-payment.ts";
import { openPayments, type PaymentEnvironment } from "./open-payments.ts";
import { isOpen, wasPaid } from "./payment.ts";
import { askAboutRefund } from "./refund-payment.ts";
import { getPayment, getRefund } from "./store.ts";

/** The request that made it is given so long to hear the channel's answer itself. */
const ASKED_AFTER_MS = 10_000;

export type FollowUp = "SUCCEEDED" | "FAILED" | "OPEN";

type Wanted = { readonly about: string; readonly mode: Mode; readonly now: Instant };

/** How a payment has ended; one that nobody waits for any more is asked about at its channel. */
export async function followUpPayment(
  environment: PaymentEnvironment,
  { about, mode, now }: Wanted,
): Promise<FollowUp> {
  const ports = portsOf(environment, mode);
  const payment = isId("pay", about) ? await getPayment(ports, about) : undefined;
  if (!payment) throw new Error("the payment of an event is not there");
  const known = isFresh(payment, now) ? payment : await askChannel(ports, payment);
  if (isOpen(known)) return "OPEN";
  return wasPaid(known) ? "SUCCEEDED" : "FAILED";
}

/** The same for a refund. */
export async function followUpRefund(
  environment: PaymentEnvironment,
  { about, mode, now }: Wanted,
): Promise<FollowUp> {
  const ports = portsOf(environment, mode);
  const refund = isId("rfd", about) ? await getRefund(ports, about) : undefined;
  if (!refund) throw new Error("the refund of an event is not there");
  const known = isFresh(refund, now) ? refund : await askAboutRefund(ports, refund);
  return known.status === "SUCCEEDED" || known.status === "FAILED" ? known.status : "OPEN";
}

const portsOf = (environment: PaymentEnvironment, mode: Mode): PayPorts =>
  openPayments(environment, mode, { kind: "SYSTEM", mode, name: "follow-up" });

const isFresh = ({ createdAt }: { readonly createdAt: Instant }, now: Instant): boolean =>
  now < plusMs(createdAt, ASKED_AFTER_MS);
