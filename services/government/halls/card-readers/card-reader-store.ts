import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, number } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { hallKeys } from "../keys.ts";
import { type CardReader, type HallReaders, NO_READERS } from "./card-reader.ts";

const TABLE = "registry";

const ReadersEntity = new Entity({
  ...ENTITY,
  name: "HallReaders",
  schema: item({ ...KEY, readers: list(any().castAs<CardReader>()), revision: number() }),
});
const readReaders = recordReader(ReadersEntity);

/** Its readers, those out of use too. */
export async function getReaders(database: Pick<Database, "get">, hall: string): Promise<HallReaders> {
  const record = await database.get(TABLE, hallKeys.readers(hall));
  if (!record) return NO_READERS;
  const { readers, revision } = readReaders(record);
  return { readers, revision };
}

/** Over exactly what was read. */
export function putReaders(
  database: Database,
  hall: string,
  { readers, revision }: HallReaders,
  before: HallReaders,
): TransactItem {
  const condition = overRevision(before.revision);
  return transactItem(
    ReadersEntity.build(PutTransaction)
      .item({ ...hallKeys.readers(hall), readers: [...readers], revision })
      .options({ ...inTable(database, TABLE), condition })
      .params(),
  );
}

type UseStore = { readonly database: Database; readonly mode: Mode };

const UseEntity = new Entity({
  ...ENTITY,
  name: "CardReadUse",
  schema: item({ ...KEY, at: brand<Instant>() }),
});

/** Whether a read has proven something already. */
export const isUsed = async ({ database, mode }: UseStore, digest: string): Promise<boolean> =>
  (await database.get(recordsTable(mode), hallKeys.cardRead(digest))) !== undefined;

/** Refused where it has. Nothing of the card is in it. */
export const putUse = ({ database, mode }: UseStore, digest: string, at: Instant): TransactItem =>
  transactItem(
    UseEntity.build(PutTransaction)
      .item({ ...hallKeys.cardRead(digest), at })
      .options({ ...inTable(database, recordsTable(mode)), condition: { attr: "pk", exists: false } })
      .params(),
  );
