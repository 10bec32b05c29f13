import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";

/** Notifications. */
export const notificationKeys = {
  notification: (id: CitizenId, eventId: string) => key(id, `notification#${eventId}`),
  allNotifications: { skPrefix: "notification#" },
  unread: (id: CitizenId): string => `unread#${id}`,
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "records", what: "what a citizen is told of an event", key: "{citizen}, notification#{event}" },
  { table: "records", what: "a citizen's notifications, newest first", key: "{citizen}, notification#…" },
  { table: "records", what: "those that are unread", key: "unread#{citizen}, {event}", index: "index1" },
] as const satisfies readonly AccessPattern[];
