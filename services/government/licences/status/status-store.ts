import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { everyRecord } from "../../../kernel/database/every-record.ts";
import { INDEX1, recordsTable } from "../../../kernel/database/tables.ts";
import { licenceKeys } from "../keys.ts";
import {
  LICENCE_STATUSES,
  type LicenceStatus,
  type StatusException,
  type StatusPlace,
} from "./licence-status.ts";
import type { LicenceVersion } from "./status-place.ts";

/** The status lists of one mode. */
export type StatusStore = { readonly database: Database; readonly mode: Mode };

/** A place with the version whose it is. */
export type TakenPlace = LicenceVersion & { readonly place: StatusPlace };

const PlaceEntity = new Entity({
  ...ENTITY,
  name: "LicenceStatusPlace",
  schema: item({
    ...KEY,
    index1pk: string().hidden().optional(),
    index1sk: string().hidden().optional(),
    licence: string(),
    version: number(),
    status: string().enum(...LICENCE_STATUSES),
  }),
});

export async function isTaken({ database, mode }: StatusStore, place: StatusPlace): Promise<boolean> {
  return (
    (await database.get(recordsTable(mode), licenceKeys.statusPlace(place.list, place.index))) !== undefined
  );
}

/** Of two commits that take a place at once one stands; the other draws anew. A place is never free again. */
export const takePlace = (
  store: StatusStore,
  taken: TakenPlace,
  status: LicenceStatus = "VALID",
): TransactItem =>
  transactItem(
    PlaceEntity.build(PutTransaction)
      .item(recordOf(taken, status))
      .options({ ...options(store), condition: { attr: "pk", exists: false } })
      .params(),
  );

/** Stands only while the place has this status, and is this version's. */
export const putStatus = (
  store: StatusStore,
  taken: TakenPlace,
  { next, expecting }: { readonly next: LicenceStatus; readonly expecting: LicenceStatus },
): TransactItem =>
  transactItem(
    PlaceEntity.build(PutTransaction)
      .item(recordOf(taken, next))
      .options({
        ...options(store),
        condition: {
          and: [
            { attr: "status", eq: expecting },
            { attr: "licence", eq: taken.licence },
            { attr: "version", eq: taken.version },
          ],
        },
      })
      .params(),
  );

/** The places of a list that are not valid, in their order, as the index has them. */
export async function listExceptions(
  { database, mode }: StatusStore,
  list: number,
): Promise<readonly StatusException[]> {
  const wanted = { table: recordsTable(mode), pk: licenceKeys.statusExceptions(list), index: INDEX1 };
  const entries = await everyRecord(database, wanted);
  return entries.map((entry) => exceptionOf(String(entry[INDEX1.sk])));
}

/** An entry holds nothing but its keys, so the status stands in one of them. */
function exceptionOf(entry: string): StatusException {
  const [index, name] = entry.split("#");
  const status = LICENCE_STATUSES.find((one) => one === name);
  if (!status) throw new Error("an entry of a status list is not of its shape");
  return { index: Number(index), status };
}

/** One that is valid stands in no list of exceptions. */
const recordOf = ({ place, licence, version }: TakenPlace, status: LicenceStatus) => ({
  ...licenceKeys.statusPlace(place.list, place.index),
  ...(status === "VALID"
    ? {}
    : {
        [INDEX1.pk]: licenceKeys.statusExceptions(place.list),
        [INDEX1.sk]: licenceKeys.statusException(place.index, status),
      }),
  ...{ licence, version, status },
});

const options = ({ database, mode }: StatusStore) => inTable(database, recordsTable(mode));
