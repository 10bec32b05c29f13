import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { catalogueKeys } from "./keys.ts";
import type { PublishedItem } from "./service-item.ts";

const TABLE = "registry";

const RenewingEntity = new Entity({
  ...ENTITY,
  name: "RenewingItem",
  schema: item({ ...KEY, code: string(), department: string(), regions: list(brand<RegionCode>()) }),
});
const readRenewing = recordReader(RenewingEntity);

/** An item that renews licences of a type, by its code, with its department's code and the regions in which it is offered. */
export type RenewingItem = {
  readonly code: string;
  readonly department: string;
  readonly regions: readonly RegionCode[];
};

/** Written with a version that renews a licence type; the version in force says whether the item still does. */
export function putRenewing(
  database: Database,
  { code, department, regions, licence }: PublishedItem,
): TransactItem[] {
  if (licence?.act !== "RENEW") return [];
  const entry = { code, department: department.code, regions: [...regions] };
  return [
    transactItem(
      RenewingEntity.build(PutTransaction)
        .item({ ...catalogueKeys.renewing(licence.type, code), ...entry })
        .options(inTable(database, TABLE))
        .params(),
    ),
  ];
}

/** So many items of a type are known, in all regions. */
const RENEWING_MAX = 1_000;

/** The items that renew licences of a type, or have done so, by code. */
export async function listRenewing(
  database: Pick<Database, "query">,
  type: string,
): Promise<readonly RenewingItem[]> {
  const pk = catalogueKeys.renewingItems(type);
  const { items } = await database.query({ table: TABLE, pk, limit: RENEWING_MAX });
  return items.map((record) => {
    const { code, department, regions } = readRenewing(record);
    return { code, department, regions };
  });
}
