import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, exactDecimal, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1 } from "../../kernel/database/tables.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import { type Biller, LOOKUPS } from "./biller.ts";
import { utilityKeys } from "./keys.ts";
import { UTILITY_KINDS } from "./tariffs/tariff.ts";

const TABLE = "registry";
/** More than any region has. */
const BILLERS_MAX = 100;

const BillerEntity = new Entity({
  ...ENTITY,
  name: "Biller",
  schema: item({
    ...KEY,
    index1pk: string().hidden(),
    index1sk: string().hidden(),
    partnerId: brand<PartnerId>(),
    name: string(),
    kind: string().enum(...UTILITY_KINDS),
    region: brand<RegionCode>(),
    lookup: string().enum(...LOOKUPS),
    partPayments: boolean().optional(),
    lateFee: map({ perMille: exactDecimal(), graceDays: number(), capPercent: exactDecimal() }).optional(),
  }),
});
const readBiller = recordReader(BillerEntity);

export async function getBiller(database: Database, id: PartnerId): Promise<Biller | undefined> {
  const record = await database.get(TABLE, utilityKeys.biller(id));
  return record && billerOf(record);
}

export async function listBillers(database: Database, region: RegionCode): Promise<readonly Biller[]> {
  const page = {
    table: TABLE,
    pk: utilityKeys.billersOf(region),
    index: INDEX1,
    limit: BILLERS_MAX,
  } as const;
  return (await database.query(page)).items.map(billerOf);
}

export const putBiller = (database: Database, biller: Biller): TransactItem =>
  transactItem(
    BillerEntity.build(PutTransaction)
      .item({
        ...utilityKeys.biller(biller.partnerId),
        [INDEX1.pk]: utilityKeys.billersOf(biller.region),
        [INDEX1.sk]: biller.partnerId,
        ...biller,
      })
      .options(inTable(database, TABLE))
      .params(),
  );

function billerOf(record: StoredItem): Biller {
  const { pk: _, sk: __, ...biller } = readBiller(record);
  return biller;
}
