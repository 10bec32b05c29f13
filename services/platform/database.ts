import { setTimeout as sleep } from "node:timers/promises";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { type IndexDefinition, type Key, PK, physicalName, SK, type TableName } from "./tables.ts";

/** A record as DynamoDB holds it; a store formats it into its noun. */
export type StoredItem = Readonly<Record<string, unknown>>;

export type Query = {
  readonly table: TableName;
  readonly pk: string;
  readonly skPrefix?: string;
  /** Continues behind the record with this sort key (for an index: the whole key that `next` gave). */
  readonly after?: StoredItem;
  readonly limit: number;
  readonly newestFirst?: boolean;
  /** Reads an index, which is eventually consistent: never decide on what it says. */
  readonly index?: IndexDefinition;
};

export type Page = { readonly items: readonly StoredItem[]; readonly next?: StoredItem };

export type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

export type Usage = {
  /** The longest chain of calls that had to wait for one another. */
  readonly roundTripsDeep: number;
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
};

/**
 * The tables, as one request sees them. Reads are strongly consistent, but for indexes; reads of the same turn
 * go out as one batch, and each record is read once.
 */
export type Database = {
  readonly get: (table: TableName, key: Key) => Promise<StoredItem | undefined>;
  readonly query: (query: Query) => Promise<Page>;
  /** `commit` is the only caller. */
  readonly transact: (items: readonly TransactItem[], token: string) => Promise<void>;
  /** Writes an observation: a record that decides nothing and so needs no audit entry. */
  readonly observe: (observation: Observation) => Promise<void>;
  /** The name that a transaction's item needs. */
  readonly nameOf: (table: TableName) => string;
  readonly usage: () => Usage;
};

export type Observation =
  | { readonly table: TableName; readonly item: StoredItem }
  | { readonly table: TableName; readonly key: Key; readonly set: StoredItem };

const BATCH_GET_MAX = 100;
const BATCH_ATTEMPTS_MAX = 5;
const BATCH_BACKOFF_MS = 20;

type Pending = {
  readonly table: TableName;
  readonly key: Key;
  readonly resolve: (item: StoredItem | undefined) => void;
  readonly reject: (error: unknown) => void;
};

type ConsumedCapacity = { readonly CapacityUnits?: number | undefined };

export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

export function openDatabase(client: DynamoDBDocumentClient, prefix: string): Database {
  const meter = startMeter();
  const read = new Map<string, Promise<StoredItem | undefined>>();
  let pending: Pending[] = [];
  const nameOf = (table: TableName): string => physicalName(prefix, table);

  const get = (table: TableName, key: Key): Promise<StoredItem | undefined> => {
    const id = `${table}\n${key.pk}\n${key.sk}`;
    const known = read.get(id);
    if (known) return known;
    const promise = new Promise<StoredItem | undefined>((resolve, reject) => {
      if (pending.length === 0) setImmediate(flush);
      pending.push({ table, key, resolve, reject });
    });
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
      client.send(
        new GetCommand({
          TableName: nameOf(table),
          Key: { [PK]: key.pk, [SK]: key.sk },
          ConsistentRead: true,
          ReturnConsumedCapacity: "TOTAL",
        }),
      ),
    );
    resolve(answer.Item);
  };

  const getBatch = async (batch: readonly Pending[]): Promise<void> => {
    const found = new Map<string, StoredItem>();
    const idOf = (name: string, key: Key): string => `${name}\n${key.pk}\n${key.sk}`;
    let requests: NonNullable<BatchGetCommandInput["RequestItems"]> = Object.fromEntries(
      [...Map.groupBy(batch, ({ table }) => nameOf(table))].map(([name, entries]) => [
        name,
        { Keys: entries.map(({ key }) => ({ [PK]: key.pk, [SK]: key.sk })), ConsistentRead: true },
      ]),
    );
    for (let attempt = 1; Object.keys(requests).length > 0; attempt += 1) {
      if (attempt > BATCH_ATTEMPTS_MAX) throw new Error("the database is throttling reads");
      if (attempt > 1) await sleep(Math.random() * BATCH_BACKOFF_MS * 2 ** attempt);
      const command = new BatchGetCommand({ RequestItems: requests, ReturnConsumedCapacity: "TOTAL" });
      const answer = await meter.read(() => client.send(command));
      for (const [name, items] of Object.entries(answer.Responses ?? {})) {
        for (const item of items) found.set(idOf(name, { pk: String(item[PK]), sk: String(item[SK]) }), item);
      }
      requests = answer.UnprocessedKeys ?? {};
    }
    for (const { table, key, resolve } of batch) resolve(found.get(idOf(nameOf(table), key)));
  };

  return {
    get,
    nameOf,
    usage: meter.usage,
    query: (query) => runQuery(client, nameOf(query.table), query, meter),
    transact: async (items, token) => {
      read.clear();
      await meter.write(() =>
        client.send(
          new TransactWriteCommand({
            TransactItems: [...items],
            ClientRequestToken: token,
            ReturnConsumedCapacity: "TOTAL",
          }),
        ),
      );
    },
    observe: async (observation) => {
      const name = nameOf(observation.table);
      if ("item" in observation) await meter.write(() => client.send(recordCommand(name, observation.item)));
      else await meter.write(() => client.send(updateCommand(name, observation.key, observation.set)));
    },
  };
}

async function runQuery(
  client: DynamoDBDocumentClient,
  name: string,
  { pk, skPrefix, after, limit, newestFirst = false, index }: Query,
  meter: Meter,
): Promise<Page> {
  const pkName = index?.pk ?? PK;
  const skName = index?.sk ?? SK;
  const answer = await meter.read(() =>
    client.send(
      new QueryCommand({
        TableName: name,
        ...(index ? { IndexName: index.name } : { ConsistentRead: true }),
        KeyConditionExpression: skPrefix ? "#pk = :pk AND begins_with(#sk, :sk)" : "#pk = :pk",
        ExpressionAttributeNames: { "#pk": pkName, ...(skPrefix ? { "#sk": skName } : {}) },
        ExpressionAttributeValues: { ":pk": pk, ...(skPrefix ? { ":sk": skPrefix } : {}) },
        Limit: limit,
        ScanIndexForward: !newestFirst,
        ...(after ? { ExclusiveStartKey: after } : {}),
        ReturnConsumedCapacity: "TOTAL",
      }),
    ),
  );
  return { items: answer.Items ?? [], ...(answer.LastEvaluatedKey ? { next: answer.LastEvaluatedKey } : {}) };
}

const recordCommand = (name: string, item: StoredItem): PutCommand =>
  new PutCommand({ TableName: name, Item: item, ReturnConsumedCapacity: "TOTAL" });

function updateCommand(name: string, key: Key, set: StoredItem): UpdateCommand {
  const fields = Object.keys(set);
  return new UpdateCommand({
    TableName: name,
    Key: { [PK]: key.pk, [SK]: key.sk },
    UpdateExpression: `SET ${fields.map((_, i) => `#f${i} = :f${i}`).join(", ")}`,
    ConditionExpression: "attribute_exists(#pk)",
    ExpressionAttributeNames: { "#pk": PK, ...Object.fromEntries(fields.map((f, i) => [`#f${i}`, f])) },
    ExpressionAttributeValues: Object.fromEntries(fields.map((f, i) => [`:f${i}`, set[f]])),
    ReturnConsumedCapacity: "TOTAL",
  });
}

type Answer = { readonly ConsumedCapacity?: ConsumedCapacity | readonly ConsumedCapacity[] | undefined };
type Call = <A extends Answer>(send: () => Promise<A>) => Promise<A>;
type Meter = { readonly read: Call; readonly write: Call; readonly usage: () => Usage };

/** Counts calls, capacity, and how many calls had to wait for one another. */
function startMeter(): Meter {
  const total = { roundTripsDeep: 0, calls: 0, readUnits: 0, writeUnits: 0 };
  let deepestDone = 0;
  const metered = async <A extends Answer>(
    kind: "readUnits" | "writeUnits",
    send: () => Promise<A>,
  ): Promise<A> => {
    const depth = deepestDone + 1;
    total.calls += 1;
    total.roundTripsDeep = Math.max(total.roundTripsDeep, depth);
    const answer = await send();
    deepestDone = Math.max(deepestDone, depth);
    for (const { CapacityUnits = 0 } of [answer.ConsumedCapacity ?? []].flat() as ConsumedCapacity[]) {
      total[kind] += CapacityUnits;
    }
    return answer;
  };
  return {
    read: (send) => metered("readUnits", send),
    write: (send) => metered("writeUnits", send),
    usage: () => ({ ...total }),
  };
}
