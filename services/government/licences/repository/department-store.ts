import { prefixOf, type RegionCode } from "../../../field/region.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem } from "../../../kernel/database/database.ts";
import { INDEX1, recordsTable } from "../../../kernel/database/tables.ts";
import { licenceKeys } from "../keys.ts";

/** The licences of a type that a department has issued in a region and all that lies in it. */
export type DepartmentPlace = {
  readonly type: string;
  readonly department: string;
  readonly region: RegionCode;
};

/** A licence as the list of those that can be inspected has it. */
type ListedLicence = { readonly number: string; readonly validUntil: CivilDate };

/** A page of a department's licences that are neither suspended nor ended, in a region and all that lies in it. */
export async function listOfDepartment(
  { database, mode }: { readonly database: Database; readonly mode: Mode },
  { type, department, region }: DepartmentPlace,
  { limit, after }: { readonly limit: number; readonly after?: StoredItem | undefined },
): Promise<{ readonly licences: readonly ListedLicence[]; readonly next?: StoredItem }> {
  const { items, next } = await database.query({
    table: recordsTable(mode),
    pk: licenceKeys.ofDepartment(type, department),
    index: INDEX1,
    skPrefix: prefixOf(region),
    limit,
    ...(after ? { after } : {}),
  });
  const licences = items.map(({ [INDEX1.sk]: place }) => {
    const [, number = "", until = ""] = String(place).split("#");
    return { number, validUntil: until as CivilDate };
  });
  return { licences, ...(next ? { next } : {}) };
}
