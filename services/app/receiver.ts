import type { Receive } from "../kernel/outbox/index.ts";
import { type PaymentReceiverPorts, paymentReceiver } from "../money/payments/index.ts";
import { receiveAfter } from "../people/notifications/index.ts";

/** The receiver of events, behind all that hear of them before citizens are told. */
export const openReceiver = (ports: PaymentReceiverPorts): Receive => receiveAfter([paymentReceiver(ports)]);
