import type { RegionCode } from "../../../field/region.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { isProposer } from "../../../kernel/four-eyes.ts";
import type { PartnerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Line } from "../network/network.ts";
import { networkIn } from "../network/networks.ts";
import { getOperator } from "../operator-store.ts";
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

/** The lines by metro of a region; none where its network is not known. */
export const listLines = (region: RegionCode): readonly Line[] => [
  ...(networkIn(region)?.lines.values() ?? []),
];

/** An operator's name, as passengers know it. */
export const findOperatorName = async (
  database: Database,
  operator: PartnerId,
): Promise<string | undefined> => (await getOperator(database, operator))?.name;

/** Whether an officer can agree to a rule now: it waits, another has proposed it, and its first day has not begun. */
export const mayAgree = (rule: ClearingRule, officer: Officer, now: Instant): boolean =>
  rule.agreedBy === undefined && !isProposer(officer, rule) && rule.effectiveFrom > dateAt(now);
