import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { remedyKeys } from "./keys.ts";
import type { Stated, Statement, StatementRow } from "./statement.ts";

/** One list for both modes: where people go to law is no matter of the sandbox. */
export const TABLE = "registry";

const StatementEntity = new Entity({
  ...ENTITY,
  name: "RemedyStatement",
  schema: item({
    ...KEY,
    region: brand<RegionCode>(),
    department: string().optional(),
    rows: any().castAs<readonly StatementRow[]>(),
    revision: number(),
  }),
});
const readStatement = recordReader(StatementEntity);

const keyOf = ({ region, department }: Stated) =>
  department === undefined ? remedyKeys.ofGovernment(region) : remedyKeys.ofDepartment(region, department);

export async function getStatement(
  database: Pick<Database, "get">,
  stated: Stated,
): Promise<Statement | undefined> {
  const record = await database.get(TABLE, keyOf(stated));
  if (!record) return undefined;
  const { pk: _, sk: __, ...statement } = readStatement(record);
  return statement;
}

/** Written over the revision before, or new. */
export function putStatement(database: Database, statement: Statement): TransactItem {
  const condition = overRevision(statement.revision - 1);
  return transactItem(
    StatementEntity.build(PutTransaction)
      .item({ ...keyOf(statement), ...statement })
      .options({ ...inTable(database, TABLE), condition })
      .params(),
  );
}
