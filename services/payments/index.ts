export type { Payment } from "./payment.ts";
export type { Refund } from "./refund.ts";
