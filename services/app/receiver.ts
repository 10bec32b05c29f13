import type { Receive } from "../kernel/outbox/index.ts";
import { type PaymentReceiverPorts, paymentReceiver } from "../money/payments/index.ts";
import { enterpriseReceiver } from "../people/enterprises/index.ts";
import { receiveAfter } from "../people/notifications/index.ts";
import { lapsePartners } from "../people/partners/index.ts";

/** The receiver of events, behind all that hear of them before citizens are told. */
export const openReceiver = (ports: PaymentReceiverPorts): Receive =>
  receiveAfter([enterpriseReceiver([lapsePartners], ports), paymentReceiver(ports)]);
