import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { ApplicationId } from "../ids.ts";
import { applicationKeys } from "../keys.ts";

/** A material of a case that a member is asked for. */
export type AskPlace = { readonly application: ApplicationId; readonly material: string };

type Store = { readonly database: Database; readonly mode: Mode };

const AskEntity = new Entity({
  ...ENTITY,
  name: "HouseholdAsk",
  schema: item({ ...KEY, application: brand<ApplicationId>(), material: string() }),
});
const readAsk = recordReader(AskEntity);

/** Points from a member to the case; the case's materials say what has become of it. */
export const putMembersAsk = (
  { database, mode }: Store,
  member: CitizenId,
  { application, material }: AskPlace,
): TransactItem =>
  transactItem(
    AskEntity.build(PutTransaction)
      .item({ ...applicationKeys.householdAsk(member, application, material), application, material })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

/** So many asks of a person are looked at. */
const ASKS_MAX = 100;

export async function listAsksOf({ database, mode }: Store, member: CitizenId): Promise<readonly AskPlace[]> {
  const { items } = await database.query({
    table: recordsTable(mode),
    pk: applicationKeys.householdAsks(member),
    limit: ASKS_MAX,
  });
  return items.map((record) => {
    const { pk: _, sk: __, ...place } = readAsk(record);
    return place;
  });
}
