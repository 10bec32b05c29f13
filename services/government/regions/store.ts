import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { regionKeys } from "./keys.ts";
import type { ZoneList } from "./zone-list.ts";

/** One list for both modes: a sandbox has the same regions. */
export const TABLE = "registry";

const ZonesEntity = new Entity({
  ...ENTITY,
  name: "RegionZones",
  schema: item({
    ...KEY,
    zones: list(
      map({
        code: brand<RegionCode>(),
        name: string(),
        parent: brand<RegionCode>(),
        validFrom: brand<CivilDate>(),
        validUntil: brand<CivilDate>().optional(),
      }),
    ),
    revision: number(),
  }),
});
const readZones = recordReader(ZonesEntity);

/** Undefined where nobody has added any. */
export async function getZones(database: Pick<Database, "get">): Promise<ZoneList | undefined> {
  const record = await database.get(TABLE, regionKeys.zones());
  if (!record) return undefined;
  const { zones, revision } = readZones(record);
  return { zones, revision };
}

/** Written over the revision before, or new. */
export const putZones = (database: Database, { zones, revision }: ZoneList): TransactItem =>
  transactItem(
    ZonesEntity.build(PutTransaction)
      .item({ ...regionKeys.zones(), zones: [...zones], revision })
      .options({ ...inTable(database, TABLE), condition: overRevision(revision - 1) })
      .params(),
  );
