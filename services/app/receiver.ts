import type { Receive } from "../kernel/outbox/index.ts";
import type { Parts } from "../kernel/parts.ts";
import { type PaymentReceiverPorts, paymentReceiver } from "../money/payments/index.ts";
import { enterpriseReceiver } from "../people/enterprises/index.ts";
import { receiveAfter } from "../people/notifications/index.ts";

type ReceiverPorts = PaymentReceiverPorts & {
  readonly parts: Pick<Parts, "payments" | "enterpriseFollowers">;
};

/** The receivers that the registry offers, as a test holds; named here for the function that delivers events is small. */
export const RECEIVERS = [enterpriseReceiver, paymentReceiver] as const;

/** The receiver of events, behind all that hear of them before citizens are told. */
export const openReceiver = (ports: ReceiverPorts): Receive =>
  receiveAfter(RECEIVERS.map((open) => open(ports)));
