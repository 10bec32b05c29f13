import type { Officer } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { listDepartments } from "./department-store.ts";
import type { Department } from "./service-item.ts";

/**
 * The departments that an officer works for, by code: those that they are appointed to by name, or else all that have
 * published an item in the provinces of their jurisdiction. One that has published nothing there is called by its code.
 */
export async function findDepartments(
  { jurisdiction: { regionPrefix, departments } }: Officer,
  database: Pick<Database, "query">,
): Promise<readonly Department[]> {
  const listed = await listDepartments(database, regionPrefix.slice(0, 2));
  const byCode = new Map(listed.map((department) => [department.code, department]));
  const codes = departments.length > 0 ? [...new Set(departments)] : [...byCode.keys()];
  return codes.sort().map((code) => byCode.get(code) ?? { code, name: { zh: code, en: code } });
}
