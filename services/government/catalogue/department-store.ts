import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, map, string } from "dynamodb-toolbox/schema";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { everyRecord } from "../../kernel/database/every-record.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { catalogueKeys } from "./keys.ts";
import type { Department, PublishedItem } from "./service-item.ts";

const TABLE = "registry";

const DepartmentEntity = new Entity({
  ...ENTITY,
  name: "Department",
  schema: item({ ...KEY, code: string(), name: map({ zh: string(), en: string() }) }),
});
const readDepartment = recordReader(DepartmentEntity);

/** A department is called as the item says that it has published last, in each province where that is offered. */
export function putDepartments(database: Database, { department, regions }: PublishedItem): TransactItem[] {
  const provinces = new Set(regions.map((region) => region.slice(0, 2)));
  return [...provinces].map((province) =>
    transactItem(
      DepartmentEntity.build(PutTransaction)
        .item({ ...catalogueKeys.department(province, department.code), ...department })
        .options(inTable(database, TABLE))
        .params(),
    ),
  );
}

export async function getDepartment(
  database: Pick<Database, "get">,
  province: string,
  department: string,
): Promise<Department | undefined> {
  const record = await database.get(TABLE, catalogueKeys.department(province, department));
  if (!record) return undefined;
  const { code, name } = readDepartment(record);
  return { code, name };
}

/** The departments that have published an item in the provinces whose codes begin so, by province and code. */
export async function listDepartments(
  database: Pick<Database, "query">,
  province: string,
): Promise<readonly Department[]> {
  const records = await everyRecord(database, { table: TABLE, ...catalogueKeys.departments(province) });
  return records.map(readDepartment).map(({ code, name }) => ({ code, name }));
}
