export { followUpPayment } from "./follow-up-payment.ts";
export { followUpRefund } from "./follow-up-refund.ts";
export { type Gateways, openGateways } from "./gateways.ts";
export { createNotificationHandler } from "./notification-endpoint.ts";
export type { PaymentEnvironment } from "./open-payments.ts";
export { payAutomatically } from "./pay-automatically.ts";
export type { Payment } from "./payment.ts";
export type { Receipt, ReceiptLine } from "./receipt.ts";
export type { Refund } from "./refund.ts";
