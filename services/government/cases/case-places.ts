import { regionsUnder } from "../../field/named-region.ts";
import type { RegionCode } from "../../field/region.ts";
import { findDepartmentsIn, type ServiceItem } from "../catalogue/index.ts";
import type { Application } from "./application.ts";
import { readCaseItem } from "./read-case-item.ts";
import type { ApplicationStore } from "./store.ts";

type Database = Pick<ApplicationStore, "database">;
type Department = ServiceItem["department"];

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
