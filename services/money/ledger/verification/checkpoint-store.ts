import { Entity } from "dynamodb-toolbox/entity";
import { EntityParser } from "dynamodb-toolbox/entity/actions/parse";
import { item, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, Observation } from "../../../kernel/database/database.ts";
import { brand, ENTITY, KEY, money } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { ledgerKeys } from "../keys.ts";
import {
  type Checkpoint,
  type Found,
  isSignatureOf,
  type SigningSecrets,
  signatureOf,
  textOfCheckpoint,
} from "./checkpoint.ts";

const TABLE = "registry";

const CheckpointEntity = new Entity({
  ...ENTITY,
  name: "LedgerCheckpoint",
  schema: item({
    ...KEY,
    mode: string().enum("test", "live"),
    partition: string(),
    asOf: brand<Instant>(),
    debits: money(),
    credits: money(),
    transfers: number(),
    lastId: string(),
    signature: string(),
  }),
});
const readCheckpoint = recordReader(CheckpointEntity);

export async function findCheckpoint(
  database: Pick<Database, "get">,
  secrets: SigningSecrets,
  { mode, partition }: { readonly mode: Mode; readonly partition: string },
): Promise<Found> {
  const record = await database.get(TABLE, ledgerKeys.checkpoint(mode, partition));
  if (!record) return "NONE";
  try {
    const { pk: _, sk: __, signature, ...checkpoint } = readCheckpoint(record);
    const isRight = isSignatureOf(secrets, textOfCheckpoint(checkpoint), signature);
    const isOwn = checkpoint.mode === mode && checkpoint.partition === partition;
    return isRight && isOwn ? checkpoint : "FORGED";
  } catch {
    // A record that cannot even be read is none of the platform's.
    return "FORGED";
  }
}

/** An observation: without it the next verification of its partition is longer, and comes to the same. */
export const putCheckpoint = (secrets: SigningSecrets, checkpoint: Checkpoint): Observation => ({
  table: TABLE,
  item: CheckpointEntity.build(EntityParser).parse({
    ...ledgerKeys.checkpoint(checkpoint.mode, checkpoint.partition),
    ...checkpoint,
    signature: signatureOf(secrets, textOfCheckpoint(checkpoint)),
  }).item,
});
