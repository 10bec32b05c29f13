import { DynamoDBClient, GetItemCommand, type GetItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { type Key, physicalName, type TableName } from "../services/kernel/database/tables.ts";
import type { TestPlatform } from "../test/support/platform.ts";

/** The SDK's own client on a platform's engine, which its own reads are measured against. */
export const bareClient = ({ engine }: TestPlatform): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: engine.endpoint,
    region: "local",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });

/** Reads an item as the platform's own reads do: consistently, and with the capacity that it consumes. */
export function bareGetItem(
  { ports }: TestPlatform,
  bare: DynamoDBClient,
  table: TableName,
  { pk, sk }: Key,
): () => Promise<GetItemCommandOutput> {
  const read = {
    TableName: physicalName(ports.config.tablePrefix, table),
    Key: { pk: { S: pk }, sk: { S: sk } },
    ConsistentRead: true,
    ReturnConsumedCapacity: "TOTAL",
  } as const;
  return () => bare.send(new GetItemCommand(read));
}
