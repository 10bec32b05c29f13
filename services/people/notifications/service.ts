import type { Service } from "../../kernel/service.ts";

export const NOTIFICATIONS = {
  name: "people/notifications",
  schema: ["notifications"],
  ids: ["ntf"],
  models: ["Notification"],
  messages: [],
} as const satisfies Service;
