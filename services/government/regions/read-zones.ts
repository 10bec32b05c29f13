import { prefixOf, type RegionCode } from "../../field/region.ts";
import type { Zone } from "../../field/zones.ts";
import type { Database } from "../../kernel/database/database.ts";
import { getZones } from "./store.ts";

/** The zones that lie in a region, or all of them, also those that have ended or are to come. */
export async function listZones(
  database: Pick<Database, "get">,
  within: RegionCode | undefined,
): Promise<readonly Zone[]> {
  const prefix = within ? prefixOf(within) : "";
  return ((await getZones(database))?.zones ?? []).filter(({ code }) => code.startsWith(prefix));
}
