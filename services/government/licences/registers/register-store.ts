import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { licenceKeys } from "../keys.ts";
import { firstPlace, type RegisterPlace } from "./register-place.ts";

/** The places of one mode. */
type PlaceStore = { readonly database: Pick<Database, "get" | "nameOf">; readonly mode: Mode };

const PlaceEntity = new Entity({
  ...ENTITY,
  name: "LicenceRegisterPlace",
  schema: item({
    ...KEY,
    register: string(),
    after: string().optional(),
    refused: list(
      map({
        change: string(),
        problems: list(map({ code: string(), column: string(), text: string() })),
      }),
    ),
    tries: number(),
    revision: number(),
  }),
});
const readPlace = recordReader(PlaceEntity);

/** The trail of what was taken from a register. */
export const registerAggregate = (register: string): string => `licence-register#${register}`;

export async function getPlace({ database, mode }: PlaceStore, register: string): Promise<RegisterPlace> {
  const found = await database.get(recordsTable(mode), licenceKeys.registerPlace(register));
  if (!found) return firstPlace(register);
  const { pk: _, sk: __, ...place } = readPlace(found);
  return place;
}

/** Written only over the revision that it was decided on. */
export const putPlace = (
  { database, mode }: PlaceStore,
  { refused, ...place }: RegisterPlace,
): TransactItem =>
  transactItem(
    PlaceEntity.build(PutTransaction)
      .item({
        ...{ ...licenceKeys.registerPlace(place.register), ...place },
        refused: refused.map(({ change, problems }) => ({ change, problems: [...problems] })),
      })
      .options({ ...inTable(database, recordsTable(mode)), condition: overRevision(place.revision - 1) })
      .params(),
  );
