export { openReceiver } from "./deliver-outbox.ts";
export type { EventReceiver } from "./event-receiver.ts";
export type { Naming } from "./naming.ts";
