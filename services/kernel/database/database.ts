import { setTimeout as sleep } from "node:timers/promises";
import type { BatchGetItemInput } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { AwsRefusal } from "../aws/json-calls.ts";
import { afterThisTurn } from "./after-this-turn.ts";
import type { DatabaseCall } from "./calls.ts";
import { startMeter, type Usage } from "./meter.ts";
import {
  asStored,
  attributesOf,
  type ConditionalUpdate,
  conditionalUpdateInput,
  putInput,
  type Query,
  queryInput,
  type StoredItem,
  updateInput,
} from "./requests.ts";
import { type Key, PK, physicalName, SK, type TableName } from "./tables.ts";
import type { TransactItem } from "./transact-item.ts";
import { sendTransaction } from "./transaction.ts";

export type { StoredItem } from "./requests.ts";
export type { TransactItem } from "./transact-item.ts";

/** As many records as were asked for, or all that there are; `next` where there may be more. */
export type Page = { readonly items: readonly StoredItem[]; readonly next?: StoredItem };

/**
 * The tables, as one request sees them. Reads are strongly consistent, but for indexes; reads of the same turn
 * go out as one batch, each record is read once, a query that is under way is not sent again, and what the last
 * transaction has put is not read at all.
 */
export type Database = {
  readonly get: (table: TableName, key: Key) => Promise<StoredItem | undefined>;
  readonly query: (query: Query) => Promise<Page>;
  /** For `commit`, and for the delivery of the events that it wrote. Throws as `sendTransaction` does. */
  readonly transact: (items: readonly TransactItem[], token: string) => Promise<void>;
  /** Writes an observation: a record that decides nothing and so needs no audit entry. */
  readonly observe: (observation: Observation) => Promise<void>;
  /**
   * Changes one record if a condition holds, and says whether it did. For counters, which need no audit entry; one whose
   * answer was lost may count twice.
   */
  readonly updateIf: (update: ConditionalUpdate) => Promise<boolean>;
  /** The name that a transaction's item needs. */
  readonly nameOf: (table: TableName) => string;
  readonly usage: () => Usage;
  /** Reads again what was read, for one who has found that it changed meanwhile; a transaction does so by itself. */
  readonly forget: () => void;
};

export type Observation =
  | { readonly table: TableName; readonly item: StoredItem }
  | { readonly table: TableName; readonly key: Key; readonly set: StoredItem };

const BATCH_GET_MAX = 100;
const BATCH_ATTEMPTS_MAX = 5;
const BATCH_BACKOFF_MS = 20;

type Pending = {
  readonly id: string;
  readonly table: TableName;
  readonly key: Key;
  readonly promise: Promise<StoredItem | undefined>;
  readonly resolve: (item: StoredItem | undefined) => void;
  readonly reject: (error: unknown) => void;
};

const idOf = (name: string, { pk, sk }: Key): string => `${name}\n${pk}\n${sk}`;

const keyOf = (item: StoredItem): Key => ({ pk: String(item[PK]), sk: String(item[SK]) });

/** Opens the tables for one request. */
export function openDatabase(call: DatabaseCall, prefix: string): Database {
  const meter = startMeter();
  const read = new Map<string, Promise<StoredItem | undefined>>();
  const written = new Map<string, StoredItem>();
  const asking = new Map<string, Promise<Page>>();
  let pending: Pending[] = [];
  const nameOf = (table: TableName): string => physicalName(prefix, table);

  const get = (table: TableName, key: Key): Promise<StoredItem | undefined> => {
    const id = idOf(nameOf(table), key);
    const known = read.get(id);
    if (known) return known;
    const own = written.get(id);
    if (own) return Promise.resolve(asStored(own));
    const { promise, resolve, reject } = Promise.withResolvers<StoredItem | undefined>();
    if (pending.length === 0) afterThisTurn(flush);
    pending.push({ id, table, key, promise, resolve, reject });
    read.set(id, promise);
    return promise;
  };

  const flush = (): void => {
    const wanted = pending;
    pending = [];
    for (let i = 0; i < wanted.length; i += BATCH_GET_MAX) {
      const batch = wanted.slice(i, i + BATCH_GET_MAX);
      const [only] = batch;
      const done = batch.length === 1 && only ? getOne(only) : getBatch(batch);
      done.catch((error: unknown) => {
        for (const { reject } of batch) reject(error);
      });
    }
  };

  const getOne = async ({ table, key, resolve }: Pending): Promise<void> => {
    const answer = await meter.read(() =>
      call("GetItem", {
        TableName: nameOf(table),
        Key: attributesOf(key),
        ConsistentRead: true,
        ReturnConsumedCapacity: "TOTAL",
      }),
    );
    resolve(answer.Item && unmarshall(answer.Item));
  };

  const getBatch = async (batch: readonly Pending[]): Promise<void> => {
    const found = new Map<string, StoredItem>();
    let requests: NonNullable<BatchGetItemInput["RequestItems"]> = Object.fromEntries(
      [...Map.groupBy(batch, ({ table }) => nameOf(table))].map(([name, entries]) => [
        name,
        { Keys: entries.map(({ key }) => attributesOf(key)), ConsistentRead: true },
      ]),
    );
    // Reads what the database has left unread, and writes nothing.
    for (let attempt = 1; Object.keys(requests).length > 0; attempt += 1) {
      if (attempt > BATCH_ATTEMPTS_MAX) throw new Error("the database is throttling reads");
      if (attempt > 1) await sleep(Math.random() * BATCH_BACKOFF_MS * 2 ** attempt);
      const asked = { RequestItems: requests, ReturnConsumedCapacity: "TOTAL" } as const;
      const answer = await meter.read(() => call("BatchGetItem", asked));
      for (const [name, items] of Object.entries(answer.Responses ?? {})) {
        for (const item of items.map((attributes) => unmarshall(attributes))) {
          found.set(idOf(name, keyOf(item)), item);
        }
      }
      requests = answer.UnprocessedKeys ?? {};
    }
    for (const { table, key, resolve } of batch) resolve(found.get(idOf(nameOf(table), key)));
  };

  const ask = async (wanted: Query): Promise<Page> => {
    const items: StoredItem[] = [];
    // The database may end a page before its limit, even with nothing in it; only a key to go on from tells that there
    // may be more. Each page goes on behind the one before, and nothing is filtered, so that few are read.
    for (let from = wanted; ; ) {
      const { table } = wanted;
      const answer = await meter.read(() => call("Query", queryInput(nameOf(table), from)));
      for (const item of answer.Items ?? []) items.push(unmarshall(item));
      const next = answer.LastEvaluatedKey && unmarshall(answer.LastEvaluatedKey);
      if (!next) return { items };
      if (items.length >= wanted.limit) return { items, next };
      from = { ...wanted, after: next, limit: wanted.limit - items.length };
    }
  };

  const query = (wanted: Query): Promise<Page> => {
    const id = JSON.stringify(wanted);
    const underWay = asking.get(id);
    if (underWay) return underWay;
    const answer = ask(wanted).finally(() => asking.delete(id));
    asking.set(id, answer);
    return answer;
  };

  const forget = (): void => {
    read.clear();
    written.clear();
    // The records that wait to be asked for are read after this, and a batch may not name a record twice.
    for (const { id, promise } of pending) read.set(id, promise);
    asking.clear();
  };

  return {
    get,
    nameOf,
    usage: meter.usage,
    forget,
    query,
    transact: async (items, token) => {
      forget();
      await meter.write(() => sendTransaction(call, items, token));
      for (const { Put } of items) {
        if (Put?.TableName && Put.Item) written.set(idOf(Put.TableName, keyOf(Put.Item)), Put.Item);
      }
    },
    updateIf: async (update) => {
      const input = conditionalUpdateInput(nameOf(update.table), update);
      try {
        await meter.write(() => call("UpdateItem", input));
        return true;
      } catch (error) {
        if (error instanceof AwsRefusal && error.name === "ConditionalCheckFailedException") return false;
        throw error;
      }
    },
    observe: async (observation) => {
      const name = nameOf(observation.table);
      if ("item" in observation) await meter.write(() => call("PutItem", putInput(name, observation.item)));
      else await meter.write(() => call("UpdateItem", updateInput(name, observation.key, observation.set)));
    },
  };
}
