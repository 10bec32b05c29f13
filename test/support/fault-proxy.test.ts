import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startEngine } from "../../local/engine.ts";
import { createTables } from "../../local/tables.ts";
import { type Fault, type FaultProxy, startFaultProxy } from "./fault-proxy.ts";

const TABLE = "proxy-registry";
const IDENTITY = { region: "local", credentials: { accessKeyId: "test", secretAccessKey: "test" } };

let engine: Awaited<ReturnType<typeof startEngine>>;
let faults: FaultProxy;
/** One attempt, so that each call meets one fault. */
let client: DynamoDBClient;
let direct: DynamoDBClient;
let records = 0;

beforeAll(async () => {
  engine = await startEngine();
  faults = await startFaultProxy("proxy");
  faults.forwardTo(engine.endpoint, Date.now);
  // Long enough for the database's own answer on a busy machine.
  const requestHandler = { requestTimeout: 1_000, throwOnRequestTimeout: true };
  client = new DynamoDBClient({ ...IDENTITY, endpoint: faults.endpoint, maxAttempts: 1, requestHandler });
  direct = new DynamoDBClient({ ...IDENTITY, endpoint: engine.endpoint });
  await createTables(direct, "proxy");
});
afterEach(() => faults.calm());
afterAll(async () => {
  client.destroy();
  direct.destroy();
  await faults.stop();
  await engine.stop();
});

const newKey = () => {
  records += 1;
  return { pk: { S: `record-${records}` }, sk: { S: "it" } };
};
type Key = ReturnType<typeof newKey>;

const writing = (...written: readonly Key[]) =>
  new TransactWriteItemsCommand({
    TransactItems: written.map((Item) => ({ Put: { TableName: TABLE, Item } })),
  });

const stands = async (key: Key): Promise<boolean> =>
  (await direct.send(new GetItemCommand({ TableName: TABLE, Key: key, ConsistentRead: true }))).Item !==
  undefined;

describe("a transaction that meets", () => {
  it.each<[Fault, string, boolean]>([
    ["request-lost", "TimeoutError", false],
    ["answer-lost", "TimeoutError", true],
    ["timeout-before", "TimeoutError", false],
    ["timeout-after", "TimeoutError", true],
    ["error-before", "InternalServerError", false],
    ["error-after", "InternalServerError", true],
    ["in-progress", "TransactionInProgressException", false],
    ["cancelled-by-throttling", "TransactionCanceledException", false],
    ["conflict", "TransactionCanceledException", false],
  ])("%s ends with %s, and stands: %s", async (fault, name, isDone) => {
    const key = newKey();
    const before = faults.count(fault);
    faults.next("transaction", fault);
    await expect(client.send(writing(key))).rejects.toMatchObject({ name });
    expect(await stands(key)).toBe(isDone);
    expect(faults.count(fault)).toBe(before + 1);
    await client.send(writing(newKey()));
    expect(faults.seen().at(-2)).toMatchObject({ operation: "TransactWriteItems", fault });
    expect(faults.seen().at(-1)).not.toHaveProperty("fault");
  });

  it("timeout-late ends with a time-out, and stands soon after it", async () => {
    const key = newKey();
    faults.next("transaction", "timeout-late");
    await expect(client.send(writing(key))).rejects.toMatchObject({ name: "TimeoutError" });
    await faults.arrived();
    expect(await stands(key)).toBe(true);
  });

  it("throttled ends with one of DynamoDB's two names for it", async () => {
    faults.next("transaction", "throttled");
    await expect(client.send(writing(newKey()))).rejects.toMatchObject({
      name: expect.stringMatching(/^(ProvisionedThroughputExceeded|Throttling)Exception$/),
      $fault: "client",
    });
  });

  it.each<[Fault, string]>([
    ["conflict", "TransactionConflict"],
    ["cancelled-by-throttling", "ThrottlingError"],
  ])("%s is told a reason for each item, %s for at least one", async (fault, code) => {
    faults.next("transaction", fault);
    const problem = await client.send(writing(newKey(), newKey(), newKey())).catch((error: unknown) => error);
    const { CancellationReasons: reasons } = problem as { CancellationReasons: { Code: string }[] };
    expect(reasons).toHaveLength(3);
    const codes = reasons.map(({ Code }) => Code);
    expect(codes).toContain(code);
    expect(codes.filter((each) => each !== code && each !== "None")).toEqual([]);
  });
});

describe("a single write or read", () => {
  it("meets a conflict in the shape of single writes", async () => {
    faults.next("write", "conflict");
    await expect(client.send(new PutItemCommand({ TableName: TABLE, Item: newKey() }))).rejects.toMatchObject(
      { name: "TransactionConflictException", $fault: "client" },
    );
  });

  it("meets only faults that it can meet", () => {
    expect(() => faults.next("read", "conflict")).toThrow("no read meets conflict");
    expect(() => faults.next("write", "in-progress")).toThrow("no write meets in-progress");
  });
});

describe("a plan", () => {
  const read = () => client.send(new GetItemCommand({ TableName: TABLE, Key: newKey() }));
  const write = () => client.send(new UpdateItemCommand({ TableName: TABLE, Key: newKey() }));

  it("counts for the kinds of operations that it names, until it is called off", async () => {
    faults.begin({ percent: { throttled: 100 }, only: ["write"] });
    await read();
    await expect(write()).rejects.toThrow();
    faults.calm();
    await write();
  });

  it("is the same for the same seed, and another for another", async () => {
    const run = async (seed: string): Promise<readonly (Fault | undefined)[]> => {
      const proxy = await startFaultProxy(seed);
      proxy.forwardTo(engine.endpoint, Date.now);
      proxy.begin({ percent: { throttled: 30, "error-before": 20, "request-lost": 10 } });
      const own = new DynamoDBClient({ ...IDENTITY, endpoint: proxy.endpoint, maxAttempts: 1 });
      const key = newKey();
      for (let i = 0; i < 40; i += 1) {
        await own.send(new GetItemCommand({ TableName: TABLE, Key: key })).catch(() => undefined);
      }
      own.destroy();
      await proxy.stop();
      return proxy.seen().map(({ fault }) => fault);
    };
    const first = await run("a");
    expect(await run("a")).toEqual(first);
    expect(await run("b")).not.toEqual(first);
    expect(new Set(first)).toEqual(new Set([undefined, "throttled", "error-before", "request-lost"]));
  });

  it("cannot be for more than every call", () => {
    expect(() => faults.begin({ percent: { throttled: 60, "error-before": 60 } })).toThrow(
      "120 of a hundred",
    );
  });
});
