import type { Notification } from "./notification.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Notification: Notification;
  }
}
