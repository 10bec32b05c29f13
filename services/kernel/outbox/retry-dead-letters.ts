import { randomUUID } from "node:crypto";
import { eventId } from "../commit/event.ts";
import type { Database, StoredItem } from "../database/database.ts";
import { keys, OUTBOX_TABLES, type OutboxTable } from "../database/tables.ts";
import type { Instant } from "../runtime.ts";
import { type Delivery, retryDelivery } from "./delivery.ts";
import { getDelivery, listIndexed, markAttempts } from "./store.ts";

/** An event that could not be delivered, under the id by which an operator names it. */
export type DeadLetter = { readonly id: string; readonly delivery: Delivery };

type Open = () => Pick<Database, "get" | "query" | "transact" | "nameOf">;

const PAGE_SIZE = 100;

/** Every parked event, oldest first within its table. From an index: a parking of this moment may not show yet. */
export async function listDeadLetters(open: Open): Promise<readonly DeadLetter[]> {
  const found = await Promise.all(OUTBOX_TABLES.map((table) => deadLettersIn(table, open)));
  return found.flat();
}

async function deadLettersIn(table: OutboxTable, open: Open): Promise<readonly DeadLetter[]> {
  const found: DeadLetter[] = [];
  let after: StoredItem | undefined;
  do {
    const database = open();
    const page = await listIndexed(database, table, keys.outboxDead, { limit: PAGE_SIZE, after });
    const deliveries = await Promise.all(
      page.entries.map(({ aggregate, sequence }) => getDelivery(database, table, aggregate, sequence)),
    );
    for (const delivery of deliveries) {
      if (delivery?.state !== "PARKED") continue;
      const { aggregate, sequence, at } = delivery;
      found.push({ id: eventId(table, aggregate, sequence, at), delivery });
    }
    after = page.next;
  } while (after);
  return found;
}

/** Puts parked events back into the outbox, where the next sweep finds them. Throws if one was retried meanwhile. */
export async function retryDeadLetters(
  letters: readonly DeadLetter[],
  now: Instant,
  open: Open,
): Promise<void> {
  for (const { delivery } of letters) {
    const database = open();
    await database.transact([markAttempts(database, retryDelivery(delivery, now), delivery)], randomUUID());
  }
}
