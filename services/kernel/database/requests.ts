import type {
  AttributeValue,
  QueryInput,
  TransactWriteItem,
  TransactWriteItemsInput,
  UpdateItemInput,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { type IndexDefinition, type Key, PK, SK, type TableName } from "./tables.ts";
import type { TransactItem } from "./transact-item.ts";

/** A record as DynamoDB holds it; a store formats it into its noun. */
export type StoredItem = Readonly<Record<string, unknown>>;

export type Query = {
  readonly table: TableName;
  readonly pk: string;
  readonly skPrefix?: string;
  /** First and last sort key, both included; instead of a prefix. */
  readonly skBetween?: readonly [string, string];
  /** Continues behind the record with this sort key (for an index: the whole key that `next` gave). */
  readonly after?: StoredItem;
  readonly limit: number;
  readonly newestFirst?: boolean;
  /** Reads an index, which is eventually consistent: never decide on what it says. */
  readonly index?: IndexDefinition;
};

type Attributes = Record<string, AttributeValue>;

const MARSHALL = { removeUndefinedValues: true } as const;

export const attributesOf = ({ pk, sk }: Key): Attributes => ({ [PK]: { S: pk }, [SK]: { S: sk } });

export function queryInput(
  name: string,
  { pk, skPrefix, skBetween, after, limit, newestFirst = false, index }: Query,
): QueryInput {
  const pkName = index?.pk ?? PK;
  const skName = index?.sk ?? SK;
  const range = rangeOf(skPrefix, skBetween);
  return {
    TableName: name,
    ...(index ? { IndexName: index.name } : { ConsistentRead: true }),
    KeyConditionExpression: `#pk = :pk${range.condition}`,
    ExpressionAttributeNames: { "#pk": pkName, ...(range.condition ? { "#sk": skName } : {}) },
    ExpressionAttributeValues: { ":pk": { S: pk }, ...range.values },
    Limit: limit,
    ScanIndexForward: !newestFirst,
    ...(after ? { ExclusiveStartKey: marshall(after) } : {}),
    ReturnConsumedCapacity: "TOTAL",
  };
}

type Range = { readonly condition: string; readonly values: Attributes };

function rangeOf(prefix: string | undefined, between: Query["skBetween"]): Range {
  if (prefix) return { condition: " AND begins_with(#sk, :sk)", values: { ":sk": { S: prefix } } };
  if (!between) return { condition: "", values: {} };
  const [from, to] = between;
  return {
    condition: " AND #sk BETWEEN :from AND :to",
    values: { ":from": { S: from }, ":to": { S: to } },
  };
}

/** A record as it is read after it was put. */
export const asStored = (item: StoredItem): StoredItem => unmarshall(marshall(item, MARSHALL));

export const putInput = (name: string, item: StoredItem) =>
  ({ TableName: name, Item: marshall(item, MARSHALL), ReturnConsumedCapacity: "TOTAL" }) as const;

export function updateInput(name: string, key: Key, set: StoredItem): UpdateItemInput {
  const fields = Object.keys(set);
  return {
    TableName: name,
    Key: attributesOf(key),
    UpdateExpression: `SET ${fields.map((_, i) => `#f${i} = :f${i}`).join(", ")}`,
    ConditionExpression: "attribute_exists(#pk)",
    ExpressionAttributeNames: { "#pk": PK, ...Object.fromEntries(fields.map((f, i) => [`#f${i}`, f])) },
    ExpressionAttributeValues: marshall(
      Object.fromEntries(fields.map((field, i) => [`:f${i}`, set[field]])),
      MARSHALL,
    ),
    ReturnConsumedCapacity: "TOTAL",
  };
}

/** One record, changed or made if a condition holds. */
export type ConditionalUpdate = {
  readonly table: TableName;
  readonly key: Key;
  /** The words of an update expression behind SET. */
  readonly set: string;
  readonly condition: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: StoredItem;
};

export const conditionalUpdateInput = (
  name: string,
  { key, set, condition, names, values }: ConditionalUpdate,
): UpdateItemInput => ({
  TableName: name,
  Key: attributesOf(key),
  UpdateExpression: `SET ${set}`,
  ConditionExpression: condition,
  ExpressionAttributeNames: { ...names },
  ExpressionAttributeValues: marshall(values, MARSHALL),
  ReturnConsumedCapacity: "TOTAL",
});

export const transactInput = (items: readonly TransactItem[], token: string): TransactWriteItemsInput => ({
  TransactItems: items.map(stored),
  ClientRequestToken: token,
  ReturnConsumedCapacity: "TOTAL",
});

/** One write, its values as DynamoDB holds them. Throws for one that deletes: no function may. */
function stored({ Put, Update, Delete, ConditionCheck }: TransactItem): TransactWriteItem {
  if (Delete) throw new Error("a transaction deletes nothing");
  return {
    ...(Put ? { Put: { ...Put, Item: marshall(Put.Item ?? {}, MARSHALL), ...valuesOf(Put) } } : {}),
    ...(Update ? { Update: { ...Update, ...keyOf(Update), ...valuesOf(Update) } } : {}),
    ...(ConditionCheck
      ? { ConditionCheck: { ...ConditionCheck, ...keyOf(ConditionCheck), ...valuesOf(ConditionCheck) } }
      : {}),
  };
}

const keyOf = ({ Key }: { readonly Key: StoredItem | undefined }) => ({ Key: marshall(Key ?? {}, MARSHALL) });

const valuesOf = ({
  ExpressionAttributeValues: values,
}: {
  readonly ExpressionAttributeValues?: StoredItem | undefined;
}) => ({ ExpressionAttributeValues: values && marshall(values, MARSHALL) }) as const;
