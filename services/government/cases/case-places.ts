import { regionsUnder } from "../../field/named-region.ts";
import type { RegionCode } from "../../field/region.ts";
import { findDepartment, findDepartmentsIn, type ServiceItem } from "../catalogue/index.ts";
import type { Application, CasePlace } from "./application.ts";
import { readCaseItem } from "./read-case-item.ts";
import type { ApplicationStore } from "./store.ts";

type Database = Pick<ApplicationStore, "database">;
type Department = ServiceItem["department"];

/** How a department that handles a case is called; one that has published nothing in the province by its code. */
export async function findPlaceName({ database }: Database, place: CasePlace): Promise<Department["name"]> {
  const found = await findDepartment(database, place);
  return found?.name ?? { zh: place.department, en: place.department };
}

/** The departments of the province, and the regions where the item is offered with those directly in them. */
export async function findPlaces(
  { database }: Database,
  application: Application,
): Promise<{ readonly departments: readonly Department[]; readonly regions: readonly RegionCode[] }> {
  const [departments, { regions }] = await Promise.all([
    findDepartmentsIn(database, application.region),
    readCaseItem({ database }, application),
  ]);
  return { departments, regions: [...new Set(regions.flatMap((one) => [one, ...regionsUnder(one)]))] };
}
