export { payAutomatically } from "../../convenience/utilities/automatic-payment/pay-automatically.ts";
export { type Gateways, openGateways } from "./channels/gateways.ts";
export { followUpPayment } from "./follow-up-payment.ts";
export { followUpRefund } from "./follow-up-refund.ts";
export { createNotificationHandler } from "./notification-endpoint.ts";
export type { PaymentEnvironment } from "./open-payments.ts";
export type { Payment } from "./payment.ts";
export type { Receipt, ReceiptLine } from "./receipts/receipt.ts";
export type { Refund } from "./refund.ts";
