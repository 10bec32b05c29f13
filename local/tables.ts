import { readFile, rm, writeFile } from "node:fs/promises";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ListTablesCommand,
} from "@aws-sdk/client-dynamodb";
import {
  type IndexDefinition,
  PK,
  physicalName,
  SK,
  TABLES,
  type TableDefinition,
} from "../services/kernel/database/tables.ts";
import { damageProblem, isSystemError, SetupProblem } from "./setup-problem.ts";

/**
 * Creates the tables that are missing, from the definitions that the CDK stack deploys.
 * The engine creates a table in several commits, so that a kill can leave one without its indexes. `noteFile` names
 * the table that is being made for as long as that takes; one that a start finds named there is made anew. Nobody
 * can have written to it, because nobody is let in before all tables stand.
 */
export async function createTables(client: DynamoDBClient, prefix: string, noteFile?: string): Promise<void> {
  if (noteFile) await removeUnfinished(client, noteFile);
  const { TableNames: existing = [] } = await client.send(new ListTablesCommand({}));
  for (const table of TABLES) {
    const name = physicalName(prefix, table.name);
    if (existing.includes(name)) {
      if (await isOfThisVersion(client, name, table)) continue;
      throw noteFile
        ? damageProblem(`the table ${name} was made by another version of the platform`)
        : new SetupProblem(`the table ${name} was made by another version of the platform: delete it first`);
    }
    if (noteFile) await writeFile(noteFile, name);
    await client.send(new CreateTableCommand(definitionOf(name, table)));
    if (noteFile) await rm(noteFile);
  }
}

/** Older code made fewer indexes, and whatever is written or read by a missing one would fail. */
async function isOfThisVersion(
  client: DynamoDBClient,
  name: string,
  { indexes }: TableDefinition,
): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  const found = (Table?.GlobalSecondaryIndexes ?? []).map(
    ({ IndexName, Projection }) => `${IndexName} ${Projection?.ProjectionType}`,
  );
  return indexes.every((index) => found.includes(`${index.name} ${index.projection}`));
}

async function removeUnfinished(client: DynamoDBClient, noteFile: string): Promise<void> {
  const unfinished = await readFile(noteFile, "utf8").catch((error: unknown) => {
    if (isSystemError(error) && error.code === "ENOENT") return "";
    throw error;
  });
  const { TableNames: existing = [] } = await client.send(new ListTablesCommand({}));
  if (existing.includes(unfinished)) await client.send(new DeleteTableCommand({ TableName: unfinished }));
  await rm(noteFile, { force: true });
}

function definitionOf(name: string, { indexes }: TableDefinition): CreateTableCommandInput {
  const attributes = [PK, SK, ...indexes.flatMap(({ pk, sk }) => [pk, sk])];
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: attributes.map((attribute) => ({ AttributeName: attribute, AttributeType: "S" })),
    KeySchema: keySchema({ pk: PK, sk: SK }),
    ...(indexes.length > 0
      ? {
          GlobalSecondaryIndexes: indexes.map((index) => ({
            IndexName: index.name,
            KeySchema: keySchema(index),
            Projection: { ProjectionType: index.projection },
          })),
        }
      : {}),
  };
}

const keySchema = ({ pk, sk }: Pick<IndexDefinition, "pk" | "sk">) => [
  { AttributeName: pk, KeyType: "HASH" as const },
  { AttributeName: sk, KeyType: "RANGE" as const },
];
