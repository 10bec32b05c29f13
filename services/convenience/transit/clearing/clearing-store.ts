import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { transitKeys } from "../keys.ts";
import type { LineCode } from "../network/network.ts";
import { CLEARING_KINDS, type Clearing, noClearing } from "./clearing-rule.ts";

const TABLE = "registry";
const instant = brand<Instant>();

const ClearingEntity = new Entity({
  ...ENTITY,
  name: "Clearing",
  schema: item({
    ...KEY,
    region: brand<RegionCode>(),
    rules: list(
      map({
        effectiveFrom: brand<CivilDate>(),
        kind: string().enum(...CLEARING_KINDS),
        entryPerMille: number(),
        lines: list(map({ line: brand<LineCode>(), operator: brand<PartnerId>() })),
        proposedBy: brand<OfficerId>(),
        proposedPerson: brand<CitizenId>().optional(),
        proposedAt: instant,
        agreedBy: brand<OfficerId>().optional(),
        agreedAt: instant.optional(),
      }),
    ),
    revision: number(),
  }),
});
const readClearing = recordReader(ClearingEntity);

/** How the operators of a region share what rides cost. */
export async function getClearing(database: Pick<Database, "get">, region: RegionCode): Promise<Clearing> {
  const record = await database.get(TABLE, transitKeys.clearing(region));
  if (!record) return noClearing(region);
  const { pk: _, sk: __, ...clearing } = readClearing(record);
  return clearing;
}

/** Written only over the revision that it was decided on. */
export const putClearing = (database: Database, clearing: Clearing, read: number): TransactItem =>
  transactItem(
    ClearingEntity.build(PutTransaction)
      .item({
        ...transitKeys.clearing(clearing.region),
        ...{ region: clearing.region, revision: clearing.revision },
        rules: clearing.rules.map((rule) => ({ ...rule, lines: rule.lines.map((line) => ({ ...line })) })),
      })
      .options({ ...inTable(database, TABLE), condition: overRevision(read) })
      .params(),
  );
