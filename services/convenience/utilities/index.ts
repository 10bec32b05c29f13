export { payAutomatically } from "./automatic-payment/pay-automatically.ts";
export { billPurpose } from "./bills/bill-purpose.ts";
