export { payAutomatically } from "./automatic-payment/pay-automatically.ts";
