import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { Listing, RollOut } from "./item-head.ts";
import { catalogueKeys } from "./keys.ts";
import type { LifeEvent } from "./life-event.ts";
import { searchText } from "./search.ts";
import type { PublishedItem, ServiceChannel } from "./service-item.ts";

const TABLE = "registry";

/** So many entries of a region's list are read at once. */
const LISTINGS_PAGE = 200;

const ListingEntity = new Entity({
  ...ENTITY,
  name: "ServiceItemListing",
  schema: item({
    ...KEY,
    code: string(),
    version: number(),
    stage: string().enum("OFF", "PILOT", "GENERAL"),
    sharePercent: number().optional(),
    partners: list(brand<PartnerId>()).optional(),
    audiences: list(string().enum("NATURAL_PERSON", "LEGAL_PERSON")),
    lifeEvents: list(brand<LifeEvent>()).optional(),
    department: string().optional(),
    channels: list(brand<ServiceChannel>()).optional(),
    search: string(),
  }),
});
const readListing = recordReader(ListingEntity);

/** The head's condition, in the same commit, guards these too. */
export function putListing(
  database: Database,
  version: PublishedItem,
  { region, stage, sharePercent, partners }: Omit<RollOut, "since">,
): TransactItem {
  return transactItem(
    ListingEntity.build(PutTransaction)
      .item({
        ...catalogueKeys.inRegion(region, version.code),
        code: version.code,
        version: version.version,
        stage,
        sharePercent,
        ...(partners ? { partners: [...partners] } : {}),
        audiences: [...version.audiences],
        lifeEvents: [...(version.lifeEvents ?? [])],
        department: version.department.code,
        channels: [...version.channels],
        search: searchText(version),
      })
      .options(inTable(database, TABLE))
      .params(),
  );
}

/** The items that are, or were, rolled out to exactly this region, by code, behind the item with the code `after`. */
export async function* listingsIn(
  database: Pick<Database, "query">,
  region: RegionCode,
  after?: string,
): AsyncGenerator<Listing, void> {
  let next: StoredItem | undefined = after === undefined ? undefined : catalogueKeys.inRegion(region, after);
  do {
    const { pk } = catalogueKeys.inRegion(region, "");
    const behind = next ? { after: next } : {};
    const page = await database.query({ table: TABLE, pk, limit: LISTINGS_PAGE, ...behind });
    for (const record of page.items) yield listingOf(record);
    next = page.next;
  } while (next);
}

function listingOf(record: StoredItem): Listing {
  const { pk: _, sk: __, ...listing } = readListing(record);
  return listing;
}
