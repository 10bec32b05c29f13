import type { RegionCode } from "../../../field/region.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ClearingRule } from "./clearing-rule.ts";
import { getClearing } from "./clearing-store.ts";

/** The rules by which a region's operators share rides, the latest day first. */
export async function readClearingRules(
  database: Pick<Database, "get">,
  region: RegionCode,
): Promise<readonly ClearingRule[]> {
  const { rules } = await getClearing(database, region);
  return rules.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
}
