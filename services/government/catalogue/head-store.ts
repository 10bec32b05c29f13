import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ItemHead } from "./item-head.ts";
import { catalogueKeys } from "./keys.ts";

const TABLE = "registry";

const region = brand<RegionCode>();

const ROLL_OUT = {
  ...{ region, stage: string().enum("OFF", "PILOT", "GENERAL"), since: brand<Instant>() },
  ...{ sharePercent: number().optional(), partners: list(brand<PartnerId>()).optional() },
};

const HeadEntity = new Entity({
  ...ENTITY,
  name: "ServiceItemHead",
  schema: item({
    ...KEY,
    code: string(),
    department: map({ code: string() }),
    regions: list(region),
    version: number(),
    draftRevision: number(),
    rollOut: list(map(ROLL_OUT)),
    revision: number(),
  }),
});
const readHead = recordReader(HeadEntity);

/** The version of an item that is in force, and where it is rolled out. */
export async function getHead(database: Pick<Database, "get">, code: string): Promise<ItemHead | undefined> {
  const record = await database.get(TABLE, catalogueKeys.head(code));
  if (!record) return undefined;
  const { pk: _, sk: __, ...head } = readHead(record);
  return head;
}

/** `expecting` is the head that was decided from, undefined for an item that was never published. */
export function putHead(database: Database, head: ItemHead, expecting: ItemHead | undefined): TransactItem {
  return transactItem(
    HeadEntity.build(PutTransaction)
      .item({
        ...catalogueKeys.head(head.code),
        ...head,
        regions: [...head.regions],
        rollOut: head.rollOut.map(({ partners, ...entry }) => ({
          ...entry,
          ...(partners ? { partners: [...partners] } : {}),
        })),
      })
      .options({ ...inTable(database, TABLE), condition: overRevision(expecting?.revision) })
      .params(),
  );
}
