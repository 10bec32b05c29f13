import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  CreateTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEngine } from "../../local/engine.ts";
import { createTables } from "../../local/tables.ts";

const PREFIX = "kept";
const REGISTRY = "kept-registry";
const INDEX = "kept-registry::gsi::index1";

describe("a table that an older version of the platform made", () => {
  it.each([
    ["without an index that is read now", {}],
    [
      "with an index that holds other things",
      {
        GlobalSecondaryIndexes: [
          {
            IndexName: "index1",
            KeySchema: [{ AttributeName: "index1pk", KeyType: "HASH" }] as KeySchemaElement[],
            Projection: { ProjectionType: "ALL" as const },
          },
        ],
      },
    ],
  ])("is refused, and not found out by the first who needs it: %s", async (_, indexes) => {
    const engine = await startEngine();
    const client = new DynamoDBClient({
      endpoint: engine.endpoint,
      region: "local",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
    const names = ["pk", ...("GlobalSecondaryIndexes" in indexes ? ["index1pk"] : [])];
    const table = {
      TableName: "old-records-live",
      BillingMode: "PAY_PER_REQUEST" as const,
      AttributeDefinitions: names.map((name) => ({ AttributeName: name, AttributeType: "S" as const })),
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" as const }],
      ...indexes,
    };
    await client.send(new CreateTableCommand(table));
    const line = "the table old-records-live was made by another version of the platform";
    await expect(createTables(client, "old")).rejects.toThrow(`${line}: delete it first`);
    const ours = createTables(client, "old", join(tmpdir(), "civigraph-no-note"));
    await expect(ours).rejects.toThrow(`${line}: \`npm run reset\` starts over`);
    client.destroy();
    await engine.stop();
  });
});

describe("a start that was killed while it made a table", () => {
  const folder = mkdtempSync(join(tmpdir(), "civigraph-tables-"));
  const [dataFile, noteFile] = [join(folder, "data.sqlite"), join(folder, "note")];
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function withTables<T>(use: (client: DynamoDBClient) => Promise<T>): Promise<T> {
    const engine = await startEngine({ dataFile });
    const client = new DynamoDBClient({
      endpoint: engine.endpoint,
      region: "local",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
    try {
      await createTables(client, PREFIX, noteFile);
      return await use(client);
    } finally {
      client.destroy();
      await engine.stop();
    }
  }

  const put = (table: string) => (client: DynamoDBClient) =>
    client.send(
      new PutItemCommand({
        TableName: table,
        Item: { pk: { S: "a" }, sk: { S: "b" }, index1pk: { S: "c" }, index1sk: { S: "d" } },
      }),
    );

  const countIn = (table: string) => async (client: DynamoDBClient) => {
    const query = {
      TableName: table,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: "a" } },
    };
    return (await client.send(new QueryCommand(query))).Count;
  };

  beforeAll(async () => {
    await withTables(put("kept-records-live"));
    const file = new DatabaseSync(dataFile);
    file.exec(`DROP TABLE "${INDEX}"`);
    file.close();
  });

  it("would leave one that takes no writes", async () => {
    await expect(withTables(put(REGISTRY))).rejects.toThrow(/no such table/);
  });

  it("has the table made anew by the next start, and loses nothing else", async () => {
    writeFileSync(noteFile, REGISTRY);
    await withTables(put(REGISTRY));
    expect(existsSync(noteFile)).toBe(false);
    expect(await withTables(countIn(REGISTRY))).toBe(1);
    expect(await withTables(countIn("kept-records-live"))).toBe(1);
  });

  it("may have got no further than to say so", async () => {
    writeFileSync(noteFile, "kept-not-made");
    expect(await withTables(countIn(REGISTRY))).toBe(1);
    expect(existsSync(noteFile)).toBe(false);
  });
});
