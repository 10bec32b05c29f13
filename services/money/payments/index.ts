export type { PayPorts } from "./ask-channel.ts";
export { AUTOMATIC_CHANNELS, type AutomaticChannel, isAutomaticChannel } from "./automatic-channel.ts";
export { CHANNEL_NAMES, CHANNELS } from "./channel-names.ts";
export { NEVER_RECEIVED } from "./channels/channel-answer.ts";
export { openGateways } from "./channels/gateways.ts";
export { getDepositByReference, putBankReference } from "./deposits/deposit-store.ts";
export type { PaymentReceiverPorts } from "./follow-up-event.ts";
export type { PaymentId } from "./ids.ts";
export { makePayment, type PayRefusal } from "./make-payment.ts";
export { createNotificationHandler } from "./notification-endpoint.ts";
export { paysThrough } from "./offered-channel.ts";
export { openPayments, type PaymentEnvironment } from "./open-payments.ts";
export { toPayRefusal } from "./pay-refusals.ts";
export {
  isOpen,
  type PaidPart,
  type Payer,
  type Payment,
  type PaymentChannel,
  partOf,
  wasPaid,
} from "./payment.ts";
export type {
  Payable,
  PayablePurpose,
  PurposePorts,
  PurposeWrites,
  Reversal,
  Settlement,
} from "./purpose.ts";
export { findOwnPayment } from "./read-payments.ts";
export type { Refund } from "./refund.ts";
export { refundPayment } from "./refund-payment.ts";
