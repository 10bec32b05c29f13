export type { Notification } from "./notification.ts";
export { openReceiver, receiveEvent } from "./receive-event.ts";
