import type { Database, TransactItem } from "../platform/database.ts";
import type { RecordedEvent } from "../platform/event.ts";
import { notificationsOf } from "./notification.ts";
import { putNotification } from "./store.ts";

/** A receiver of events: what is kept for the citizens who are told. */
export const receiveEvent = (
  event: RecordedEvent,
  database: Pick<Database, "nameOf">,
): readonly TransactItem[] => notificationsOf(event).map((one) => putNotification(database, event.mode, one));
