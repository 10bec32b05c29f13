export { openReceiver } from "./deliver-outbox.ts";
export type { EventReceiver, ReceiverPorts } from "./event-receiver.ts";
export type { Naming } from "./naming.ts";
