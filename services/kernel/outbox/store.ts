import { Entity } from "dynamodb-toolbox/entity";
import { item, number, string } from "dynamodb-toolbox/schema";
import { outboxPlace } from "../commit/event.ts";
import type { Database, StoredItem, TransactItem } from "../database/database.ts";
import { brand, ENTITY, KEY } from "../database/entity.ts";
import { recordReader } from "../database/record-reader.ts";
import { INDEX1, type Key, keys, type OutboxTable } from "../database/tables.ts";
import type { Instant } from "../runtime.ts";
import type { Delivery, DeliveryState } from "./delivery.ts";

/** Of an audit entry, what concerns its event. `commit` writes it; here only marks are set on it and taken off. */
const EventEntity = new Entity({
  ...ENTITY,
  name: "AuditEntryWithEvent",
  schema: item({
    ...KEY,
    index1pk: string().optional(),
    sequence: number(),
    at: brand<Instant>(),
    event: string(),
    previousEvent: number().optional(),
    attempts: number().optional(),
    dueAt: brand<Instant>().optional(),
    failure: string().optional(),
  }),
});
const readEntry = recordReader(EventEntity);

const AUDIT_PREFIX = "audit#";

/** An entry as the index tells of it: it may have been delivered by now. */
export type Indexed = { readonly aggregate: string; readonly sequence: number; readonly at: Instant };

export async function getDelivery(
  database: Pick<Database, "get">,
  table: OutboxTable,
  aggregate: string,
  sequence: number,
): Promise<Delivery | undefined> {
  const record = await database.get(table, keys.auditEntry(aggregate, sequence));
  return record && deliveryOf(record, table, aggregate);
}

function deliveryOf(record: StoredItem, table: OutboxTable, aggregate: string): Delivery {
  const { index1pk, sequence, at, event, previousEvent, attempts = 0, dueAt, failure } = readEntry(record);
  return {
    table,
    aggregate,
    sequence,
    at,
    event,
    attempts,
    state: stateOf(index1pk),
    ...(previousEvent === undefined ? {} : { previousEvent }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(failure === undefined ? {} : { failure }),
  };
}

function stateOf(place: string | undefined): DeliveryState {
  if (place === undefined) return "DELIVERED";
  return place === keys.outboxDead ? "PARKED" : "WAITING";
}

export type IndexedPage = { readonly entries: readonly Indexed[]; readonly next?: StoredItem };

/** The events that wait in a shard, or were parked, oldest first. */
export async function listIndexed(
  database: Pick<Database, "query">,
  table: OutboxTable,
  pk: string,
  { limit, after }: { readonly limit: number; readonly after?: StoredItem | undefined },
): Promise<IndexedPage> {
  const { items, next } = await database.query({
    table,
    index: INDEX1,
    pk,
    limit,
    ...(after ? { after } : {}),
  });
  return { entries: items.map(indexedOf), ...(next ? { next } : {}) };
}

export function indexedOf(record: StoredItem): Indexed {
  const { pk, sk, [INDEX1.sk]: place } = record;
  const [at = ""] = String(place).split("#", 1);
  return { aggregate: String(pk).slice(AUDIT_PREFIX.length), sequence: Number(sk), at: at as Instant };
}

/** The event is delivered; nothing is written where it has been already, or was parked. */
export function markDelivered(database: Pick<Database, "nameOf">, delivery: Delivery): TransactItem {
  return {
    Update: {
      ...whereWaiting(database, delivery),
      UpdateExpression: `REMOVE ${INDEX1.pk}, ${INDEX1.sk}, attempts, dueAt, failure`,
    },
  };
}

/** A failed attempt, a parking or a retry; nothing is written where the entry is no longer as `expecting`. */
export function markAttempts(
  database: Pick<Database, "nameOf">,
  { state, attempts, dueAt, failure = "" }: Delivery,
  expecting: Delivery,
): TransactItem {
  const update = whereWaiting(database, expecting);
  return {
    Update: {
      ...update,
      ConditionExpression: `${update.ConditionExpression} AND ${
        expecting.attempts === 0
          ? "(attempts = :before OR attribute_not_exists(attempts))"
          : "attempts = :before"
      }`,
      UpdateExpression: `SET ${INDEX1.pk} = :place, attempts = :attempts, dueAt = :dueAt, failure = :failure`,
      ExpressionAttributeValues: {
        ...update.ExpressionAttributeValues,
        ":before": expecting.attempts,
        ":place": placeOf(expecting, state),
        ":attempts": attempts,
        ":dueAt": dueAt,
        ":failure": failure,
      },
    },
  };
}

function whereWaiting(database: Pick<Database, "nameOf">, delivery: Delivery) {
  const { table, aggregate, sequence, state } = delivery;
  const key: Key = keys.auditEntry(aggregate, sequence);
  return {
    TableName: database.nameOf(table),
    Key: key,
    ConditionExpression: `${INDEX1.pk} = :here`,
    ExpressionAttributeValues: { ":here": placeOf(delivery, state) },
  };
}

function placeOf({ table, aggregate, sequence, at }: Delivery, state: DeliveryState): string {
  return state === "PARKED" ? keys.outboxDead : outboxPlace(table, aggregate, sequence, at)[INDEX1.pk];
}
