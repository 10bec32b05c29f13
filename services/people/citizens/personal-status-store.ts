import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, number } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { citizenKeys } from "./keys.ts";
import type { PersonalStatus, SeenPaper } from "./personal-status.ts";

export type StatusStore = { readonly database: Database; readonly mode: Mode };

const StatusEntity = new Entity({
  ...ENTITY,
  name: "PersonalStatus",
  schema: item({
    ...KEY,
    citizenId: brand<CitizenId>(),
    bornOn: brand<CivilDate>().optional(),
    ownLabour: any().castAs<SeenPaper>().optional(),
    revision: number(),
  }),
});
const readStatus = recordReader(StatusEntity);

export async function getStatus(
  { database, mode }: Pick<StatusStore, "mode"> & { readonly database: Pick<Database, "get"> },
  citizen: CitizenId,
): Promise<PersonalStatus | undefined> {
  const record = await database.get(recordsTable(mode), citizenKeys.personalStatus(citizen));
  if (!record) return undefined;
  const { pk: _, sk: __, ...status } = readStatus(record);
  return status;
}

/** Guarded by the revision that it was decided on. */
export const putStatus = ({ database, mode }: StatusStore, status: PersonalStatus): TransactItem =>
  transactItem(
    StatusEntity.build(PutTransaction)
      .item({ ...citizenKeys.personalStatus(status.citizenId), ...status })
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: overRevision(status.revision - 1),
      })
      .params(),
  );

/** Keeps a birth date beside whatever else is known, on whichever revision: nobody is born twice. */
export const noteBirth = (
  { database, mode }: StatusStore,
  citizen: CitizenId,
  bornOn: CivilDate,
): TransactItem => ({
  Update: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: citizenKeys.personalStatus(citizen),
    UpdateExpression:
      "SET citizenId = :citizen, bornOn = :born, revision = if_not_exists(revision, :none) + :one",
    ExpressionAttributeValues: { ":citizen": citizen, ":born": bornOn, ":none": 0, ":one": 1 },
  },
});
