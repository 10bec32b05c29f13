import { Entity } from "dynamodb-toolbox/entity";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, list, number, string } from "dynamodb-toolbox/schema";
import type { CreditCode } from "../../field/credit-code.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import type { Inspector } from "./inspector.ts";
import { inspectorKeys } from "./keys.ts";

/** The rolls of one mode. */
export type InspectorStore = { readonly database: Database; readonly mode: Mode };

const InspectorEntity = new Entity({
  ...ENTITY,
  name: "Inspector",
  schema: item({
    ...KEY,
    officer: brand<OfficerId>(),
    person: brand<CitizenId>(),
    department: string(),
    regionPrefix: string(),
    interests: list(brand<CreditCode>()),
    isActive: boolean(),
    revision: number(),
  }),
});
const readInspector = recordReader(InspectorEntity);

const options = ({ database, mode }: InspectorStore) => inTable(database, recordsTable(mode));

export async function getInspector(
  { database, mode }: InspectorStore,
  department: string,
  officer: OfficerId,
): Promise<Inspector | undefined> {
  const record = await database.get(recordsTable(mode), inspectorKeys.inspector(department, officer));
  if (!record) return undefined;
  const { pk: _, sk: __, ...inspector } = readInspector(record);
  return inspector;
}

/** Written over the revision before, or new. */
export function putInspector(store: InspectorStore, inspector: Inspector): TransactItem {
  const { department, officer, revision } = inspector;
  const condition = overRevision(revision - 1);
  return transactItem(
    InspectorEntity.build(PutTransaction)
      .item({
        ...inspectorKeys.inspector(department, officer),
        ...{ ...inspector, interests: [...inspector.interests] },
      })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** The commit stands only while an inspector has declared what was read, and nothing more. */
export const checkInspector = (
  store: InspectorStore,
  { department, officer, revision }: Inspector,
): TransactItem =>
  transactItem(
    InspectorEntity.build(ConditionCheck)
      .key(inspectorKeys.inspector(department, officer))
      .condition({ attr: "revision", eq: revision })
      .options(options(store))
      .params(),
  );

/** A page of a department's roll, those who have left it included, behind the officer `after`. */
export async function listRoll(
  { database, mode }: InspectorStore,
  department: string,
  { first, after }: { readonly first: number; readonly after?: OfficerId },
): Promise<{ readonly inspectors: readonly Inspector[]; readonly more: boolean }> {
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk: inspectorKeys.roll(department), limit: first },
    ...(after ? { after: inspectorKeys.inspector(department, after) } : {}),
  });
  const inspectors = items.map((record) => {
    const { pk: _, sk: __, ...inspector } = readInspector(record);
    return inspector;
  });
  return { inspectors, more: next !== undefined };
}
