import {
  type AttributeValue,
  BatchGetItemCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startEngine } from "../../local/engine.ts";
import { randomOf } from "../../local/generate/random.ts";
import { createTables } from "../../local/tables.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import type { ShortAnswer } from "./short-answers.ts";

const TABLE = "proxy-registry";
/** Its indexes hold keys alone. */
const KEYS_TABLE = "proxy-records-live";
const IDENTITY = { region: "local", credentials: { accessKeyId: "test", secretAccessKey: "test" } };
const SIZE = 9;

let engine: Awaited<ReturnType<typeof startEngine>>;
let faults: FaultProxy;
let client: DynamoDBClient;
let now = 0;
let partitions = 0;

beforeAll(async () => {
  engine = await startEngine();
  faults = await startFaultProxy("short");
  faults.forwardTo(engine.endpoint, () => now);
  client = new DynamoDBClient({ ...IDENTITY, endpoint: faults.endpoint });
  await createTables(client, "proxy");
});
afterEach(() => faults.calm());
afterAll(async () => {
  client.destroy();
  await faults.stop();
  await engine.stop();
});

const newPartition = (): string => {
  partitions += 1;
  return `partition-${partitions}`;
};

const record = (pk: string, i: number, place = i) => ({
  ...{ pk: { S: pk }, sk: { S: `r#${i}` }, note: { S: `written ${i}` } },
  ...{ index1pk: { S: `list of ${pk}` }, index1sk: { S: `p#${place}` } },
});

async function filled(): Promise<string> {
  const pk = newPartition();
  const items = Array.from({ length: SIZE }, (_, i) => ({ Put: { TableName: TABLE, Item: record(pk, i) } }));
  await client.send(new TransactWriteItemsCommand({ TransactItems: items }));
  return pk;
}

type Asked = Partial<QueryCommandInput>;

const QUERIES: Readonly<Record<string, (pk: string) => Asked>> = {
  "a table": (pk) => ({
    ConsistentRead: true,
    KeyConditionExpression: "#pk = :pk AND begins_with(#sk, :sk)",
    ExpressionAttributeNames: { "#pk": "pk", "#sk": "sk" },
    ExpressionAttributeValues: { ":pk": { S: pk }, ":sk": { S: "r#" } },
  }),
  "a table from its end": (pk) => ({
    ScanIndexForward: false,
    KeyConditionExpression: "#pk = :pk",
    ExpressionAttributeNames: { "#pk": "pk" },
    ExpressionAttributeValues: { ":pk": { S: pk } },
  }),
  "an index": (pk) => listOf(pk),
  "a part of an index": (pk) => ({
    ...listOf(pk),
    KeyConditionExpression: "#pk = :pk AND #sk BETWEEN :from AND :to",
    ExpressionAttributeNames: { "#pk": "index1pk", "#sk": "index1sk" },
    ExpressionAttributeValues: {
      ...{ ":pk": { S: `list of ${pk}` }, ":from": { S: "p" }, ":to": { S: "q" } },
    },
  }),
};

const listOf = (pk: string): Asked => ({
  IndexName: "index1",
  KeyConditionExpression: "#pk = :pk",
  ExpressionAttributeNames: { "#pk": "index1pk" },
  ExpressionAttributeValues: { ":pk": { S: `list of ${pk}` } },
});

type Page = { readonly items: readonly string[]; readonly isLast: boolean };

/** A record as a text; its fields come in whatever order. */
const inOrder = (item: Record<string, AttributeValue>): string =>
  JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Reads page after page, to the end or through so many. */
async function pagesOf(asked: Asked, Limit: number, pagesMax = 50): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
  do {
    const query = new QueryCommand({ TableName: TABLE, ...asked, Limit, ExclusiveStartKey });
    const { Items = [], LastEvaluatedKey } = await client.send(query);
    pages.push({ items: Items.map(inOrder), isLast: !LastEvaluatedKey });
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey && pages.length < pagesMax);
  return pages;
}

describe.each(Object.entries(QUERIES))("a query of %s", (_, query) => {
  it.each<[ShortAnswer, (length: number) => boolean]>([
    ["page-split", (length) => length > 0 && length < SIZE],
    ["page-empty", (length) => length === 0],
  ])("has a page of %s, and all of it by going on", async (short, isSo) => {
    const asked = query(await filled());
    const whole = await pagesOf(asked, 100);
    expect(whole[0]?.items).toHaveLength(SIZE);
    const before = faults.count(short);
    faults.nextShort(short);
    const pages = await pagesOf(asked, 100);
    expect(isSo(pages[0]?.items.length ?? -1)).toBe(true);
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.flatMap(({ items }) => items));
    expect([faults.count(short), faults.seen().at(-pages.length)?.short]).toEqual([before + 1, [short]]);
  });

  it("comes to its end however often its pages are split and empty", async () => {
    const asked = query(await filled());
    const whole = (await pagesOf(asked, 100)).flatMap(({ items }) => items);
    faults.begin({ percent: {}, short: { "page-split": 40, "page-empty": 40 } });
    const pages = await pagesOf(asked, 4);
    expect(pages.every(({ items }) => items.length <= 4)).toBe(true);
    expect(pages.flatMap(({ items }) => items)).toEqual(whole);
  });
});

describe("a batch of reads", () => {
  const keyOf = (pk: string, i: number) => ({ pk: { S: pk }, sk: { S: `r#${i}` } });
  const batch = async (pk: string) =>
    client.send(
      new BatchGetItemCommand({
        RequestItems: {
          [TABLE]: { ConsistentRead: true, Keys: Array.from({ length: SIZE }, (_, i) => keyOf(pk, i)) },
        },
      }),
    );

  it.each<[ShortAnswer, (found: number) => boolean]>([
    ["keys-left", (found) => found > 0 && found < SIZE],
    ["all-keys-left", (found) => found === 0],
  ])("has %s, in the form in which they are asked for again", async (short, isSo) => {
    const pk = await filled();
    faults.nextShort(short);
    const { Responses = {}, UnprocessedKeys = {} } = await batch(pk);
    const found = Responses[TABLE] ?? [];
    expect(isSo(found.length)).toBe(true);
    expect(UnprocessedKeys[TABLE]).toMatchObject({ ConsistentRead: true });
    const rest = await client.send(new BatchGetItemCommand({ RequestItems: UnprocessedKeys }));
    const sks = [...found, ...(rest.Responses?.[TABLE] ?? [])].map(({ sk }) => sk?.S).sort();
    expect(sks).toEqual(Array.from({ length: SIZE }, (_, i) => `r#${i}`));
    expect(rest.UnprocessedKeys ?? {}).toEqual({});
  });

  it("leaves keys no second time by chance", async () => {
    const pk = await filled();
    faults.begin({ percent: {}, short: { "all-keys-left": 100 } });
    const { UnprocessedKeys } = await batch(pk);
    const rest = await client.send(new BatchGetItemCommand({ RequestItems: UnprocessedKeys }));
    expect(rest.Responses?.[TABLE]).toHaveLength(SIZE);
  });
});

describe("an index that lags", () => {
  const notesIn = async (asked: Asked, limit = 100): Promise<string> =>
    JSON.stringify((await pagesOf(asked, limit, 1))[0]?.items);
  const lagging = () => faults.begin({ percent: {}, short: { "index-lags": 100 } });

  it("has not seen a new record, shows one as it was, and one that has left it; for five seconds", async () => {
    lagging();
    for (const change of [
      record("", 1, 7),
      { note: { S: "changed" } },
      { index1pk: { S: "another list" } },
    ] as const) {
      const pk = newPartition();
      now += 5_000;
      await client.send(new PutItemCommand({ TableName: TABLE, Item: record(pk, 1) }));
      now += 5_000;
      const before = await notesIn(listOf(pk));
      const changed = { ...record(pk, 1), ...change, pk: { S: pk } };
      await client.send(new PutItemCommand({ TableName: TABLE, Item: changed }));
      now += 4_999;
      expect(await notesIn(listOf(pk))).toBe(before);
      now += 1;
      expect(await notesIn(listOf(pk))).not.toBe(before);
    }
  });

  it("lags alone: its table does not", async () => {
    lagging();
    const pk = await filled();
    const table = QUERIES["a table"]?.(pk) ?? {};
    expect((await pagesOf(table, 100)).flatMap(({ items }) => items)).toHaveLength(SIZE);
    now += 5_000;
    expect((await pagesOf(listOf(pk), 100)).flatMap(({ items }) => items)).toHaveLength(SIZE);
  });

  it("is what it was before: each page begins as the index at some moment of the last five seconds did", async () => {
    const random = randomOf("moments");
    lagging();
    const seen = new Set<string>();
    for (const TableName of [TABLE, KEYS_TABLE]) {
      const pk = newPartition();
      const moments: (readonly string[])[] = [[]];
      now += 5_000;
      for (let write = 0; write < 40; write += 1) {
        const [i, place, list] = [random.int(0, 5), random.int(0, 3), random.pick(["list", "list", "away"])];
        const index = { ":list": { S: `${list} of ${pk}` }, ":place": { S: `p#${place}` } };
        await client.send(
          new UpdateItemCommand({
            TableName,
            Key: { pk: { S: pk }, sk: { S: `r#${i}` } },
            UpdateExpression: "SET index1pk = :list, index1sk = :place, note = :note",
            ExpressionAttributeValues: { ...index, ":note": { S: `${write}` } },
          }),
        );
        faults.calm();
        const [fresh] = await pagesOf({ TableName, ...listOf(pk) }, 100);
        moments.push(fresh?.items ?? []);
        lagging();
        for (const limit of [100, 2]) {
          for (const ScanIndexForward of [true, false]) {
            const [page] = await pagesOf({ TableName, ...listOf(pk), ScanIndexForward }, limit, 1);
            const items = page?.items ?? [];
            const isMoment = moments.some((moment) => {
              const listed = ScanIndexForward ? moment : moment.toReversed();
              const isAll = items.length === listed.length || !page?.isLast;
              return isAll && items.every((item, n) => item === listed[n]);
            });
            expect(isMoment, `${write} ${items}`).toBe(true);
            if (limit === 100) seen.add(`${moments.findLastIndex((moment) => `${moment}` === `${items}`)}`);
          }
        }
      }
    }
    expect(seen.size).toBeGreaterThan(20);
  });

  it("is the same for the same seed, and another for another", async () => {
    const run = async (seed: string): Promise<readonly string[]> => {
      const proxy = await startFaultProxy(seed);
      proxy.forwardTo(engine.endpoint, () => now);
      proxy.begin({ percent: {}, short: { "index-lags": 50 } });
      const own = new DynamoDBClient({ ...IDENTITY, endpoint: proxy.endpoint });
      const pk = newPartition();
      const told: string[] = [];
      for (let i = 0; i < 20; i += 1) {
        await own.send(new PutItemCommand({ TableName: TABLE, Item: record(pk, i) }));
        const { Count } = await own.send(new QueryCommand({ TableName: TABLE, ...listOf(pk) }));
        told.push(`${Count}`);
      }
      own.destroy();
      await proxy.stop();
      return told;
    };
    const first = await run("a");
    expect(await run("a")).toEqual(first);
    expect(await run("b")).not.toEqual(first);
  });
});
