import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable, TIME_TO_LIVE } from "../../../kernel/database/tables.ts";
import { licenceKeys } from "../keys.ts";

/** The records of one mode. */
export type RecognitionStore = { readonly database: Database; readonly mode: Mode };

const TakenEntity = new Entity({
  ...ENTITY,
  name: "TakenPresentation",
  schema: item({ ...KEY, [TIME_TO_LIVE]: number().hidden() }),
});

const SeenEntity = new Entity({
  ...ENTITY,
  name: "SeenList",
  schema: item({ ...KEY, sequence: number() }),
});
const readSeen = recordReader(SeenEntity);

/** Whether a presentation was taken before, by its digest. */
export const isTaken = async ({ database, mode }: RecognitionStore, digest: string): Promise<boolean> =>
  (await database.get(recordsTable(mode), licenceKeys.takenPresentation(digest))) !== undefined;

/** A presentation that is taken, kept until then (seconds since 1970): refused as stale where it was taken before. */
export const putTaken = (
  { database, mode }: RecognitionStore,
  digest: string,
  untilS: number,
): TransactItem =>
  transactItem(
    TakenEntity.build(PutTransaction)
      .item({ ...licenceKeys.takenPresentation(digest), [TIME_TO_LIVE]: Math.ceil(untilS) })
      .options({ ...inTable(database, recordsTable(mode)), condition: { attr: "pk", exists: false } })
      .params(),
  );

/** Notes the sequence of a list of another platform's; the highest that was ever seen of it. */
export async function raiseSequence(
  { database, mode }: RecognitionStore,
  list: string,
  sequence: number,
): Promise<number> {
  const record = { table: recordsTable(mode), key: licenceKeys.seenList(list) } as const;
  const before = await database.get(record.table, record.key);
  const seen = before ? readSeen(before).sequence : 0;
  if (seen >= sequence) return seen;
  const isRaised = await database.updateIf({
    ...record,
    set: "#sequence = :sequence",
    condition: "attribute_not_exists(#sequence) OR #sequence < :sequence",
    names: { "#sequence": "sequence" },
    values: { ":sequence": sequence },
  });
  database.forget();
  if (isRaised) return sequence;
  const after = await database.get(record.table, record.key);
  return after ? Math.max(readSeen(after).sequence, sequence) : sequence;
}
