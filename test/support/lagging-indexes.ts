import type { Random } from "../../local/generate/random.ts";
import { INDEX_LAG_MAX_MS, TABLES } from "../../services/kernel/database/tables.ts";
import type { FaultAnswer } from "./fault-answers.ts";
import { type Attributes, keyOf, type WirePage, type WireQuery } from "./wire-query.ts";

type Place = { readonly TableName: string; readonly Key: Attributes };
type Written = Place & { readonly at: number; readonly before: Attributes | undefined };
type Send = (operation: string, body: string) => Promise<FaultAnswer>;

/**
 * Keeps what stood before the writes of the last five seconds, and so can tell how an index was before some of them. The
 * clock is the platform's, which only a test moves; how many of those writes an index has not seen yet is drawn. So an
 * answer depends on the seed and not on the machine.
 */
export function openLaggingIndexes(now: () => number, random: Random) {
  let written: Written[] = [];

  const forgetOld = (): void => {
    const [at, last] = [now(), written.at(-1)];
    // A clock that was turned back has no last five seconds.
    written = last && last.at > at ? [] : written.filter((one) => one.at > at - INDEX_LAG_MAX_MS);
  };

  return {
    /** Before a write is sent: reads, by `send`, what it will replace. */
    note: async (operation: string, body: string, send: Send): Promise<void> => {
      const places = placesIn(operation, body);
      if (places.length === 0) return;
      const standing = await recordsAt(places, send);
      const at = now();
      forgetOld();
      written.push(...places.map((place) => ({ ...place, at, before: standing.get(idOf(place)) })));
    },
    /** A page as the index had it before the last few of the writes. */
    turnBack: (page: WirePage, query: WireQuery): WirePage => {
      forgetOld();
      const unseen = written.length === 0 ? 0 : random.int(1, written.length);
      const before = new Map<string, Written>();
      for (const one of written.slice(written.length - unseen).toReversed()) {
        if (one.TableName === query.TableName) before.set(idOf(one), one);
      }
      return before.size === 0 ? page : pageBefore(page, query, before);
    },
  };
}

type Keyed = { readonly TableName: string; readonly Key?: Attributes; readonly Item?: Attributes };

function placesIn(operation: string, body: string): readonly Place[] {
  if (operation !== "TransactWriteItems") return [placeOf(JSON.parse(body))];
  const { TransactItems }: { TransactItems: readonly Readonly<Record<string, Keyed>>[] } = JSON.parse(body);
  return TransactItems.flatMap(
    ({ Put, Update, Delete }) => (Put ?? Update ?? Delete ?? []) as Keyed | [],
  ).map(placeOf);
}

const placeOf = ({ TableName, Key, Item }: Keyed): Place => ({
  TableName,
  Key: Key ?? keyOf(Item ?? {}, undefined),
});

const idOf = ({ TableName, Key }: Place): string => `${TableName}\n${Key["pk"]?.S}\n${Key["sk"]?.S}`;

async function recordsAt(places: readonly Place[], send: Send): Promise<ReadonlyMap<string, Attributes>> {
  const tables = Map.groupBy(
    new Map(places.map((place) => [idOf(place), place])).values(),
    (one) => one.TableName,
  );
  const RequestItems = Object.fromEntries(
    [...tables].map(([table, some]) => [table, { ConsistentRead: true, Keys: some.map(({ Key }) => Key) }]),
  );
  const { body } = await send("BatchGetItem", JSON.stringify({ RequestItems }));
  const { Responses = {} }: { Responses?: Readonly<Record<string, readonly Attributes[]>> } =
    JSON.parse(body);
  return new Map(
    Object.entries(Responses).flatMap(([TableName, found]) =>
      found.map((record) => [idOf({ TableName, Key: keyOf(record, undefined) }), record] as const),
    ),
  );
}

function pageBefore(page: WirePage, query: WireQuery, before: ReadonlyMap<string, Written>): WirePage {
  const { TableName, IndexName = "", Limit = Number.POSITIVE_INFINITY, ScanIndexForward = true } = query;
  const sign = ScanIndexForward ? 1 : -1;
  const isBehind = (record: Attributes, place: Attributes | undefined): boolean =>
    !place || sign * compare(record, place, IndexName) > 0;
  const unchanged = (page.Items ?? []).filter(
    (item) => !before.has(idOf({ TableName, Key: keyOf(item, undefined) })),
  );
  const old = [...before.values()].flatMap(({ before: record }) => {
    const isIn = record && isWanted(record, query) && isBehind(record, query.ExclusiveStartKey);
    // Those that stood behind the page's end come with the next.
    const isHere = isIn && !(page.LastEvaluatedKey && isBehind(record, page.LastEvaluatedKey));
    return isHere ? [projected(record, query)] : [];
  });
  const all = [...unchanged, ...old].sort((a, b) => sign * compare(a, b, IndexName));
  const Items = all.slice(0, Limit);
  const [last] = Items.slice(-1);
  const next = all.length > Items.length && last ? keyOf(last, IndexName) : page.LastEvaluatedKey;
  return { ...page, Items, Count: Items.length, ScannedCount: Items.length, LastEvaluatedKey: next };
}

/** Whether an index's partition and range hold a record; in the words in which the platform asks. */
function isWanted(
  record: Attributes,
  { IndexName, KeyConditionExpression = "", ...query }: WireQuery,
): boolean {
  const { ":pk": pk, ":sk": prefix, ":from": from, ":to": to } = query.ExpressionAttributeValues ?? {};
  const sk = record[`${IndexName}sk`]?.S;
  if (sk === undefined || record[`${IndexName}pk`]?.S !== pk?.S) return false;
  switch (KeyConditionExpression) {
    case "#pk = :pk":
      return true;
    case "#pk = :pk AND begins_with(#sk, :sk)":
      return sk.startsWith(prefix?.S ?? "");
    case "#pk = :pk AND #sk BETWEEN :from AND :to":
      return bytes(sk, from?.S ?? "") >= 0 && bytes(sk, to?.S ?? "") <= 0;
    default:
      throw new Error(`no index of the proxy's is asked for ${KeyConditionExpression}`);
  }
}

/** A record as the index holds it. */
function projected(record: Attributes, { TableName, IndexName }: WireQuery): Attributes {
  const table = TABLES.find(({ name }) => TableName.endsWith(`-${name}`));
  const index = table?.indexes.find(({ name }) => name === IndexName);
  return index?.projection === "ALL" ? record : keyOf(record, IndexName);
}

/** The order of an index: its sort key's, and of equal ones their records' keys. */
function compare(a: Attributes, b: Attributes, index: string): number {
  const names = [`${index}sk`, "pk", "sk"];
  return names.reduce((order, name) => order || bytes(a[name]?.S ?? "", b[name]?.S ?? ""), 0);
}

const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
