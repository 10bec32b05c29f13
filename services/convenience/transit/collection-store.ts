import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate, Month } from "../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { type Due, type DuePage, listDue } from "../../kernel/database/due-list.ts";
import {
  brand,
  ENTITY,
  inTable,
  KEY,
  money,
  overRevision,
  transactItem,
} from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, recordsTable } from "../../kernel/database/tables.ts";
import { type CitizenId, isId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Collection } from "./collection.ts";
import type { WithholdingId } from "./ids.ts";
import { COLLECTION_SHARDS, transitKeys } from "./keys.ts";

/** The transit of one mode. */
type TransitStore = { readonly database: Database; readonly mode: Mode };

const CollectionEntity = new Entity({
  ...ENTITY,
  name: "FareCollection",
  schema: item({
    ...KEY,
    ...{ index1pk: string().hidden().optional(), index1sk: string().hidden().optional() },
    withholding: brand<WithholdingId>(),
    holder: brand<CitizenId>(),
    number: number(),
    dueAt: brand<Instant>().optional(),
    day: map({ on: brand<CivilDate>(), amount: money() }).optional(),
    month: map({ in: brand<Month>(), amount: money() }).optional(),
    revision: number(),
  }),
});
const readCollection = recordReader(CollectionEntity);

export async function getCollection(
  { database, mode }: TransitStore,
  id: WithholdingId,
): Promise<Collection | undefined> {
  const record = await database.get(recordsTable(mode), transitKeys.collection(id));
  if (!record) return undefined;
  const { pk: _, sk: __, ...collection } = readCollection(record);
  return collection;
}

const dueIn = (id: WithholdingId, dueAt: Instant) => ({
  ...{ [INDEX1.pk]: transitKeys.dueCollections(id), [INDEX1.sk]: `${dueAt}#${id}` },
});

/** Written only over the revision that it was decided on; none for a new one. The index finds those that are due. */
export function putCollection(
  { database, mode }: TransitStore,
  collection: Collection,
  expecting?: number,
): TransactItem {
  const { withholding: id, dueAt, day, month } = collection;
  const condition = overRevision(expecting);
  return transactItem(
    CollectionEntity.build(PutTransaction)
      .item({
        ...{ ...transitKeys.collection(id), ...(dueAt ? dueIn(id, dueAt) : {}), ...collection },
        ...{ day: day && { ...day }, month: month && { ...month } },
      })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}

/**
 * Something is to be collected from now on. Without reading what stands: where it waits already it goes on waiting, and
 * whoever has read it before decides anew.
 */
export const putDue = ({ database, mode }: TransitStore, id: WithholdingId, now: Instant): TransactItem => {
  const { [INDEX1.pk]: list, [INDEX1.sk]: place } = dueIn(id, now);
  return {
    Update: {
      TableName: database.nameOf(recordsTable(mode)),
      Key: transitKeys.collection(id),
      UpdateExpression:
        "SET dueAt = if_not_exists(dueAt, :now), index1pk = :list, index1sk = if_not_exists(index1sk, :place) ADD revision :one",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: { ":now": now, ":list": list, ":place": place, ":one": 1 },
    },
  };
};

/** Collections of one shard that are due by an instant, the longest due first, behind a place. */
export const listDueCollections = (
  store: TransitStore,
  shard: number,
  page: DuePage,
): Promise<readonly Due<WithholdingId>[]> =>
  listDue(store, transitKeys.dueCollectionsIn(shard), (id) => isId("wth", id), page);

export const DUE_SHARDS = Array.from({ length: COLLECTION_SHARDS }, (_, shard) => shard);
