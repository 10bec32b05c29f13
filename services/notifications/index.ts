export type { Notification } from "./notification.ts";
export { receiveEvent } from "./receive-event.ts";
