import { randomUUID } from "node:crypto";
import { cancellationReasons } from "../commit/commit.ts";
import { eventId, type RecordedEvent, readEvent } from "../commit/event.ts";
import type { Database, StoredItem, TransactItem } from "../database/database.ts";
import { keys, OUTBOX_SHARDS, OUTBOX_TABLES, type OutboxTable } from "../database/tables.ts";
import { eachDespite } from "../each-of.ts";
import { describeFault, nameFault } from "../fault.ts";
import type { Log } from "../process/log.ts";
import type { Instant } from "../runtime.ts";
import { type Delivery, failDelivery, isDue, isPostponed, postponeDelivery } from "./delivery.ts";
import { type DeliveryRun, newProgress, note, type Progress, runOf, type Waits } from "./delivery-run.ts";
import { getDelivery, type Indexed, indexedOf, listIndexed, markAttempts, markDelivered } from "./store.ts";

/**
 * The records that a receiver keeps of an event. Each write has to be refused (by its condition) where it stands
 * already, or has none and adds to a counter beside the event, in the same table: with the mark that takes it out of the
 * outbox it adds once. LATER where what the event is about has not ended: it comes again, and that is no failure. Throws for an
 * event that it cannot make sense of.
 */
export type Receive = (
  event: RecordedEvent,
  database: Pick<Database, "nameOf">,
) => Promise<readonly TransactItem[] | "LATER">;

export type DeliverPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => Pick<Database, "get" | "query" | "transact" | "nameOf">;
  readonly now: () => Instant;
  readonly receive: Receive;
  readonly log: Log;
};

const PAGE_SIZE = 25;
const LANES_AT_ONCE = 8;
const DEAD_MAX = 100;

/** A queue of one table, and how far into it this sweep is. */
type Lane = { readonly table: OutboxTable; readonly pk: string; readonly after?: StoredItem };

/**
 * Delivers what is due, the oldest first, and each aggregate's events in the order of its audit trail. One transaction
 * lets the receiver keep the event and takes it out of the outbox, so that it has its effect once, wherever a sweep
 * dies and however many sweep at once. Ends after `until` with what was begun; the next sweep goes on.
 * A queue that cannot be read, and an event whose failure cannot even be put on record, keep no other from its turn.
 */
export async function deliverEvents(ports: DeliverPorts, until: Instant): Promise<DeliveryRun> {
  const progress = newProgress();
  // By pages in turn, so that a long queue does not keep the others waiting.
  const lanes: Lane[] = OUTBOX_TABLES.flatMap((table) =>
    Array.from({ length: OUTBOX_SHARDS }, (_, shard) => ({ table, pk: keys.outbox(shard) })),
  );
  const turns: Turns = new Map();
  const work = async (): Promise<void> => {
    // Queues in turn, a page of each.
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) {
      try {
        const rest = await sweepPage(lane, { ...ports, turns }, until, progress);
        if (rest) lanes.push(rest);
      } catch (fault) {
        progress.faults.push(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES_AT_ONCE }, work));
  let dead: number | undefined;
  try {
    dead = await countDead(ports);
  } catch (fault) {
    progress.faults.push(fault);
  }
  return runOf(progress, dead);
}

/** The rest of the lane, if there is one and time for it. */
async function sweepPage(
  lane: Lane,
  ports: DeliverPorts & Pick<QueuePorts, "turns">,
  until: Instant,
  progress: Progress,
): Promise<Lane | undefined> {
  const { table, pk, after } = lane;
  const database = ports.open();
  const { entries, next } = await listIndexed(database, table, pk, { limit: PAGE_SIZE, after });
  const queues = Map.groupBy(entries, ({ aggregate }) => aggregate);
  const deliver = (queue: readonly Indexed[]): Promise<void> =>
    deliverQueue(queue, table, { ...ports, database }, until, progress);
  await eachDespite([...queues.values()], deliver, progress.faults);
  if (!next) return undefined;
  if (ports.now() < until) return { table, pk, after: next };
  progress.finished = false;
  note(progress, "WAITING", [indexedOf(next)]);
  return undefined;
}

type QueuePorts = Omit<DeliverPorts, "open"> & {
  readonly database: ReturnType<DeliverPorts["open"]>;
  readonly turns: Turns;
};

/** For a partition of counters, the last transaction of this sweep that adds to it. */
type Turns = Map<string, Promise<unknown>>;

/** The events of one aggregate, up to the first that cannot be delivered now. */
async function deliverQueue(
  queue: readonly Indexed[],
  table: OutboxTable,
  ports: QueuePorts,
  until: Instant,
  progress: Progress,
): Promise<void> {
  const rest = queue.toSorted((a, b) => a.sequence - b.sequence);
  // The events of the queue, one after the other: each is delivered by one transaction, or not.
  for (let [entry] = rest; entry; [entry] = rest) {
    const aggregate = `${table} ${entry.aggregate}`;
    const waits = progress.stuck.get(aggregate) ?? (await deliverUpTo(entry, table, ports, until, progress));
    if (waits) {
      progress.stuck.set(aggregate, waits);
      note(progress, waits, rest);
      return;
    }
    rest.shift();
  }
}

/** Delivers the entry's event and all before it of its aggregate; otherwise, how the first that is left waits. */
async function deliverUpTo(
  entry: Indexed,
  table: OutboxTable,
  ports: QueuePorts,
  until: Instant,
  progress: Progress,
): Promise<Waits | undefined> {
  for (const delivery of await undeliveredUpTo(entry, table, ports.database)) {
    const now = ports.now();
    if (now >= until) {
      progress.finished = false;
      return "WAITING";
    }
    if (!isDue(delivery, now)) return isPostponed(delivery) ? "POSTPONED" : "WAITING";
    const waits = await attempt(delivery, ports, progress);
    if (waits) return waits;
  }
  return undefined;
}

/** The event, and before it those of its aggregate that the index does not show yet, or that were parked. */
async function undeliveredUpTo(
  { aggregate, sequence }: Indexed,
  table: OutboxTable,
  database: Pick<Database, "get">,
): Promise<readonly Delivery[]> {
  const chain: Delivery[] = [];
  let next: number | undefined = sequence;
  while (next !== undefined) {
    const delivery: Delivery | undefined = await getDelivery(database, table, aggregate, next);
    if (!delivery || delivery.state === "DELIVERED") break;
    chain.unshift(delivery);
    next = delivery.previousEvent;
  }
  return chain;
}

/** Nothing where the event is delivered now, by this sweep or another. */
async function attempt(
  delivery: Delivery,
  ports: QueuePorts,
  progress: Progress,
): Promise<Waits | undefined> {
  const { database, now, receive, log, turns } = ports;
  const { table, aggregate, sequence, at } = delivery;
  const id = eventId(table, aggregate, sequence, at);
  try {
    const kept = await receive({ ...readEvent(delivery.event), id, at }, database);
    if (kept === "LATER") {
      const later = postponeDelivery(delivery, now());
      await unlessChanged(() => database.transact([markAttempts(database, later, delivery)], randomUUID()));
      return "POSTPONED";
    }
    await inTurn(turns, kept, () => settle(delivery, kept, database));
    progress.delivered += 1;
    return undefined;
  } catch (error) {
    const failed = failDelivery(delivery, nameFault(error), now());
    const { attempts, state } = failed;
    const level = state === "PARKED" ? "ERROR" : "WARN";
    log(level, "an event was not delivered", { event: id, attempts, state, cause: describeFault(error) });
    await unlessChanged(() => database.transact([markAttempts(database, failed, delivery)], randomUUID()));
    progress.failed += 1;
    return "WAITING";
  }
}

/** Many events add to the same counters, and their transactions would keep one another from being written. */
function inTurn(turns: Turns, writes: readonly TransactItem[], write: () => Promise<void>): Promise<void> {
  const counter = writes.find(({ Update }) => Update && !Update.ConditionExpression)?.Update;
  if (!counter) return write();
  const partition = `${counter.TableName} ${counter.Key?.["pk"]}`;
  const done = (turns.get(partition) ?? Promise.resolve()).then(write);
  turns.set(
    partition,
    done.catch(() => undefined),
  );
  return done;
}

const CHANGED = "ConditionalCheckFailed";

/**
 * Gives the event to the receiver and takes it out of the outbox: both, or nothing. It comes back to itself with fewer
 * writes each time, and decides nothing: what the receiver has already is left out.
 */
async function settle(
  delivery: Delivery,
  writes: readonly TransactItem[],
  database: QueuePorts["database"],
): Promise<void> {
  try {
    await database.transact([markDelivered(database, delivery), ...writes], randomUUID());
  } catch (error) {
    const [mark, ...others] = cancellationReasons(error) ?? [];
    // Another sweep was faster.
    if (mark === CHANGED) return;
    const missing = writes.filter((_, i) => others[i] !== CHANGED);
    if (missing.length === writes.length) throw error;
    // A receiver is not given an event again that it has already (tables restored to different times).
    await settle(delivery, missing, database);
  }
}

async function unlessChanged(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (cancellationReasons(error)?.[0] !== CHANGED) throw error;
  }
}

async function countDead({ open }: DeliverPorts): Promise<number> {
  const pages = await Promise.all(
    OUTBOX_TABLES.map((table) => listIndexed(open(), table, keys.outboxDead, { limit: DEAD_MAX })),
  );
  return Math.min(
    DEAD_MAX,
    pages.reduce((sum, { entries }) => sum + entries.length, 0),
  );
}
