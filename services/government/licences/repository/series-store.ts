import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { licenceKeys } from "../keys.ts";

const SeriesEntity = new Entity({
  ...ENTITY,
  name: "LicenceCount",
  schema: item({ ...KEY, last: number() }),
});
const readSeries = recordReader(SeriesEntity);

/** The series of one mode. */
type SeriesStore = { readonly database: Database; readonly mode: Mode };

/** A series of a type's numbers: the text before its counts. */
export type Series = { readonly typeCode: string; readonly series: string };

/** The last count that was given out in a series; 0 where none was. */
export async function lastCountOf({ database, mode }: SeriesStore, of: Series): Promise<number> {
  const record = await database.get(recordsTable(mode), licenceKeys.countedSeries(of.typeCode, of.series));
  return record ? readSeries(record).last : 0;
}

/** Gives a count of a series out, over the one before: of two commits that do so at once one stands. */
export function putCount(
  { database, mode }: SeriesStore,
  { typeCode, series }: Series,
  { last, before }: { readonly last: number; readonly before: number },
): TransactItem {
  const condition =
    before === 0 ? { attr: "pk" as const, exists: false } : { attr: "last" as const, eq: before };
  return transactItem(
    SeriesEntity.build(PutTransaction)
      .item({ ...licenceKeys.countedSeries(typeCode, series), last })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}
