export { followUpPayment } from "./follow-up-payment.ts";
export type { PaymentEnvironment } from "./open-payments.ts";
export type { Payment } from "./payment.ts";
export type { Receipt, ReceiptLine } from "./receipt.ts";
export type { Refund } from "./refund.ts";
