export { payAutomatically } from "../../convenience/utilities/automatic-payment/pay-automatically.ts";
export { type Gateways, openGateways } from "./channels/gateways.ts";
export { type PaymentReceiverPorts, paymentReceiver } from "./follow-up-event.ts";
export { createNotificationHandler } from "./notification-endpoint.ts";
