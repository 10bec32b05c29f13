import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Role } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX2 } from "../../kernel/database/tables.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { officerKeys } from "./keys.ts";
import type { OfficerRecord } from "./officer.ts";

/** Officers work in the live mode alone. */
export const TABLE = "registry";

/** The list of those who work for several departments, or for all. */
export const SEVERAL = "*";

const OfficerEntity = new Entity({
  ...ENTITY,
  name: "Officer",
  schema: item({
    ...KEY,
    id: brand<OfficerId>(),
    name: string().optional(),
    roles: list(brand<Role>()),
    jurisdiction: map({ regionPrefix: string(), departments: list(string()) }),
    person: brand<CitizenId>().optional(),
    since: brand<Instant>(),
    revision: number(),
    index2pk: string().hidden(),
    index2sk: string().hidden(),
  }),
});
const readOfficer = recordReader(OfficerEntity);

export async function getOfficer(
  database: Pick<Database, "get">,
  id: OfficerId,
): Promise<OfficerRecord | undefined> {
  const record = await database.get(TABLE, officerKeys.officer(id));
  if (!record) return undefined;
  const { pk: _, sk: __, ...officer } = readOfficer(record);
  return officer;
}

/** Written over the revision before, or new. */
export function putOfficer(database: Database, officer: OfficerRecord): TransactItem {
  const { id, roles, jurisdiction, revision } = officer;
  const [department = SEVERAL, ...others] = jurisdiction.departments;
  const condition =
    revision === 1 ? { attr: "pk" as const, exists: false } : { attr: "revision" as const, eq: revision - 1 };
  return transactItem(
    OfficerEntity.build(PutTransaction)
      .item({
        ...officerKeys.officer(id),
        ...officer,
        roles: [...roles],
        jurisdiction: { ...jurisdiction, departments: [...jurisdiction.departments] },
        index2pk: officerKeys.ofDepartment(others.length > 0 ? SEVERAL : department),
        index2sk: id,
      })
      .options({ ...inTable(database, TABLE), condition })
      .params(),
  );
}

/** Officers of one department, or of `SEVERAL`, behind the officer `after`, and whether there are more. */
export async function listOfDepartment(
  database: Pick<Database, "query">,
  department: string,
  { first, after }: { readonly first: number; readonly after?: OfficerId | undefined },
): Promise<{ readonly officers: readonly OfficerRecord[]; readonly more: boolean }> {
  const index2pk = officerKeys.ofDepartment(department);
  const { items, next } = await database.query({
    ...{ table: TABLE, index: INDEX2, pk: index2pk, limit: first },
    ...(after ? { after: { ...officerKeys.officer(after), index2pk, index2sk: after } } : {}),
  });
  const officers = items.map((record) => {
    const { pk: _, sk: __, ...officer } = readOfficer(record);
    return officer;
  });
  return { officers, more: next !== undefined };
}
