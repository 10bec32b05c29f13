import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, number, string } from "dynamodb-toolbox/schema";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { catalogueKeys } from "./keys.ts";
import type { RegionChange, RollOutChange } from "./roll-out-change.ts";

const TABLE = "registry";

const ChangeEntity = new Entity({
  ...ENTITY,
  name: "RollOutChange",
  schema: item({
    ...KEY,
    revision: number(),
    at: brand<Instant>(),
    by: brand<OfficerId>(),
    reason: string(),
    changes: any().castAs<readonly RegionChange[]>(),
  }),
});
const readChange = recordReader(ChangeEntity);

/** Goes with the head that it made, whose condition guards it; nothing where no region changed. */
export function putRollOutChange(database: Database, code: string, change: RollOutChange): TransactItem[] {
  if (change.changes.length === 0) return [];
  const put = ChangeEntity.build(PutTransaction)
    .item({ ...catalogueKeys.rollOutChange(code, change.revision), ...change })
    .options({ ...inTable(database, TABLE), condition: { attr: "pk", exists: false } })
    .params();
  return [transactItem(put)];
}

/** A page of an item's changes, newest first, behind the revision `after`. */
export async function listRollOutChanges(
  database: Pick<Database, "query">,
  code: string,
  { first, after }: { readonly first: number; readonly after?: number },
): Promise<{ readonly changes: readonly RollOutChange[]; readonly more: boolean }> {
  const { items, next } = await database.query({
    table: TABLE,
    pk: catalogueKeys.head(code).pk,
    ...catalogueKeys.rollOutChanges,
    limit: first,
    newestFirst: true,
    ...(after === undefined ? {} : { after: catalogueKeys.rollOutChange(code, after) }),
  });
  const changes = items.map((record) => {
    const { pk: _, sk: __, ...change } = readChange(record);
    return change;
  });
  return { changes, more: next !== undefined };
}
