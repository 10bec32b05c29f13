import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { housingFundKeys } from "../keys.ts";
import type { SpouseRecord } from "./spouse.ts";

export type SpouseStore = { readonly database: Database; readonly mode: Mode };

const SpouseEntity = new Entity({
  ...ENTITY,
  name: "HousingFundSpouse",
  schema: item({
    ...KEY,
    citizenId: brand<CitizenId>(),
    spouse: map({
      citizenId: brand<CitizenId>(),
      maskedIdNumber: string(),
      confirmedAt: brand<Instant>(),
    }).optional(),
    revision: number(),
  }),
});
const readSpouseRecord = recordReader(SpouseEntity);

/** The word of a person about their spouse; undefined where they never gave one. */
export async function getSpouse(
  { database, mode }: SpouseStore,
  citizenId: CitizenId,
): Promise<SpouseRecord | undefined> {
  const record = await database.get(recordsTable(mode), housingFundKeys.spouse(citizenId));
  if (!record) return undefined;
  const { pk: _, sk: __, ...found } = readSpouseRecord(record);
  return found;
}

/** Over exactly what was read, or nothing. */
export function putSpouse(
  { database, mode }: SpouseStore,
  record: SpouseRecord,
  before: SpouseRecord | undefined,
): TransactItem {
  const condition = overRevision(before?.revision);
  return transactItem(
    SpouseEntity.build(PutTransaction)
      .item({ ...housingFundKeys.spouse(record.citizenId), ...record })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}
