import { CreateTableCommand, type DynamoDBClient, ResourceInUseException } from "@aws-sdk/client-dynamodb";
import { type IndexDefinition, PK, physicalName, SK, TABLES } from "../services/platform/tables.ts";

/** Creates the tables that are missing, from the definitions that the CDK stack deploys. */
export async function createTables(client: DynamoDBClient, prefix: string): Promise<void> {
  for (const { name, indexes } of TABLES) {
    const attributes = [PK, SK, ...indexes.flatMap(({ pk, sk }) => [pk, sk])];
    const command = new CreateTableCommand({
      TableName: physicalName(prefix, name),
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: attributes.map((attribute) => ({ AttributeName: attribute, AttributeType: "S" })),
      KeySchema: keySchema({ pk: PK, sk: SK }),
      ...(indexes.length > 0
        ? {
            GlobalSecondaryIndexes: indexes.map((index) => ({
              IndexName: index.name,
              KeySchema: keySchema(index),
              Projection: { ProjectionType: "ALL" as const },
            })),
          }
        : {}),
    });
    try {
      await client.send(command);
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
  }
}

const keySchema = ({ pk, sk }: Pick<IndexDefinition, "pk" | "sk">) => [
  { AttributeName: pk, KeyType: "HASH" as const },
  { AttributeName: sk, KeyType: "RANGE" as const },
];
