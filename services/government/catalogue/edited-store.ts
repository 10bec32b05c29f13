import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import type { EditedPlace } from "./edited-item.ts";
import { catalogueKeys } from "./keys.ts";

const TABLE = "registry";
/** Of an item that names no region yet: theirs who are responsible for the whole country. */
const NO_PROVINCE = "00";

const EditedEntity = new Entity({
  ...ENTITY,
  name: "EditedItem",
  schema: item({ ...KEY, code: string(), province: string() }),
});
const readEdited = recordReader(EditedEntity);

type Offered = { readonly code: string; readonly regions: readonly RegionCode[] };

/** The provinces in whose lists an item stands, its first one first. */
export const provincesOf = ({ regions }: Pick<Offered, "regions">): readonly string[] =>
  regions.length === 0 ? [NO_PROVINCE] : [...new Set(regions.map((region) => region.slice(0, 2)))];

/** Written with each draft; the draft itself says whether it still belongs there. */
export const putEdited = (database: Database, { code, regions }: Offered): TransactItem[] =>
  provincesOf({ regions }).map((province) =>
    transactItem(
      EditedEntity.build(PutTransaction)
        .item({ ...catalogueKeys.edited(province, code), code, province })
        .options(inTable(database, TABLE))
        .params(),
    ),
  );

/** The items in the lists of the provinces whose codes begin so, by province and code, behind the place `after`. */
export async function listEdited(
  database: Pick<Database, "query">,
  province: string,
  { first, after }: { readonly first: number; readonly after?: EditedPlace },
): Promise<{ readonly places: readonly EditedPlace[]; readonly more: boolean }> {
  const behind: StoredItem | undefined = after && catalogueKeys.edited(after.province, after.code);
  const { items, next } = await database.query({
    ...{ table: TABLE, ...catalogueKeys.editedIn(province), limit: first },
    ...(behind ? { after: behind } : {}),
  });
  const places = items.map((record) => {
    const { code, province: of } = readEdited(record);
    return { code, province: of };
  });
  return { places, more: next !== undefined };
}
