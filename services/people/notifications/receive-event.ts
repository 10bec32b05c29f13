import type { RecordedEvent } from "../../kernel/commit/event.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import type { Receive } from "../../kernel/outbox/index.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Counter, EventReceiver } from "./event-receiver.ts";
import { notificationsOf } from "./notification.ts";
import { putNotification } from "./store.ts";

/**
 * The counts of the event, and the notifications that are kept for the citizens who are told, after each of
 * `receivers` in turn has heard of the event.
 */
export const receiveAfter =
  (receivers: readonly EventReceiver[], counters: readonly Counter[], now: () => Instant): Receive =>
  async (event, database) => {
    const counts = counters.flatMap((count) => count(event, database));
    let told = event;
    for (const receive of receivers) {
      const heard = await receive(told);
      if (heard === "LATER") return heard;
      if (!heard) return counts;
      told = heard;
    }
    return [...counts, ...(await receiveEvent(told, database, now()))];
  };

/** The fields of an event that are kept as they stand. */
export const receiveEvent = async (
  event: RecordedEvent,
  database: Pick<Database, "nameOf">,
  toldAt: Instant = event.at,
): Promise<readonly TransactItem[]> =>
  notificationsOf(event, toldAt).map((one) => putNotification(database, event.mode, one));
