export { payAutomatically } from "../../convenience/utilities/automatic-payment/pay-automatically.ts";
export { type Gateways, openGateways } from "./channels/gateways.ts";
export { type PaymentReceiverPorts, paymentReceiver } from "./follow-up-event.ts";
export { createNotificationHandler } from "./notification-endpoint.ts";
export type { Payment } from "./payment.ts";
export type { Receipt, ReceiptLine } from "./receipts/receipt.ts";
export type { Refund } from "./refund.ts";
