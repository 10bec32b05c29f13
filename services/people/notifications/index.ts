export type { EventReceiver } from "./event-receiver.ts";
export type { Naming } from "./naming.ts";

export { receiveAfter } from "./receive-event.ts";
