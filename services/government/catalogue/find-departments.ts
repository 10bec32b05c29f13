import type { RegionCode } from "../../field/region.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import { findOfficer } from "../../people/officers/index.ts";
import { getDepartment, listDepartments } from "./department-store.ts";
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
  return codes.sort().map((code) => byCode.get(code) ?? calledByCode(code));
}

/** One that has published nothing yet. */
const calledByCode = (code: string): Department => ({ code, name: { zh: code, en: code } });

/** A department that has published an item in a region's province. */
export const findDepartment = (
  database: Pick<Database, "get">,
  { region, department }: { readonly region: RegionCode; readonly department: string },
): Promise<Department | undefined> => getDepartment(database, region.slice(0, 2), department);

/** All that have published an item in a region's province, by code. */
export const findDepartmentsIn = (
  database: Pick<Database, "query">,
  region: RegionCode,
): Promise<readonly Department[]> => listDepartments(database, region.slice(0, 2));

/** The departments that an officer on record is appointed to by name, by code. */
export async function findDepartmentsOf(
  id: OfficerId,
  database: Pick<Database, "get">,
): Promise<readonly Department[]> {
  const officer = await findOfficer(database, id);
  if (!officer) return [];
  const { regionPrefix, departments } = officer.jurisdiction;
  const codes = [...new Set(departments)].sort();
  return Promise.all(
    codes.map(
      async (code) => (await getDepartment(database, regionPrefix.slice(0, 2), code)) ?? calledByCode(code),
    ),
  );
}
