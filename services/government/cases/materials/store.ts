import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, number } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { ApplicationId } from "../ids.ts";
import { applicationKeys } from "../keys.ts";
import type { CaseMaterials, FilledMaterial, MaterialFile } from "./material.ts";
import type { MemberAsk } from "./member-ask.ts";

/** The materials of the cases of one mode. */
export type MaterialStore = { readonly database: Database; readonly mode: Mode };

const MaterialsEntity = new Entity({
  ...ENTITY,
  name: "CaseMaterials",
  schema: item({
    ...KEY,
    application: brand<ApplicationId>(),
    files: any().castAs<readonly MaterialFile[]>(),
    filled: any().castAs<readonly FilledMaterial[]>(),
    brought: any().castAs<readonly FilledMaterial[] | undefined>().optional(),
    asks: any().castAs<readonly MemberAsk[]>().optional(),
    asksMade: number().optional(),
    revision: number(),
  }),
});
const readMaterials = recordReader(MaterialsEntity);

export async function getMaterials(
  { database, mode }: MaterialStore,
  application: ApplicationId,
): Promise<CaseMaterials> {
  const record = await database.get(recordsTable(mode), applicationKeys.caseMaterials(application));
  if (!record) return { application, files: [], filled: [], revision: 0 };
  const { pk: _, sk: __, ...materials } = readMaterials(record);
  return materials;
}

/** Written over the revision before only; the case's record is written in the same commit. */
export const putMaterials = ({ database, mode }: MaterialStore, materials: CaseMaterials): TransactItem => {
  const condition = overRevision(materials.revision - 1);
  return transactItem(
    MaterialsEntity.build(PutTransaction)
      .item({ ...applicationKeys.caseMaterials(materials.application), ...materials })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
};
