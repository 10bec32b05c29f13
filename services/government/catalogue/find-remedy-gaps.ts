import type { RegionCode } from "../../field/region.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { findNotice } from "../../people/remedies/index.ts";
import type { ServiceItem } from "./service-item.ts";

/** More than any item is offered in by name; what lies in a region goes by its government. */
const REGIONS_MAX = 20;

type GapPorts = { readonly database: Pick<Database, "get">; readonly now: Instant };

/**
 * The regions of an item that is handled online in which a decision against somebody would name no online channel of the
 * authority that reconsiders: a decision that is served online has to come with one (Administrative Reconsideration Law, art. 22).
 */
export async function findOnlineRemedyGaps(
  { channels, department, regions }: Pick<ServiceItem, "channels" | "department" | "regions">,
  ports: GapPorts,
): Promise<readonly RegionCode[]> {
  if (!channels.includes("ONLINE")) return [];
  const looked = await Promise.all(
    regions.slice(0, REGIONS_MAX).map(async (region) => {
      const { authority } = await findNotice(ports, {
        ...{ department: department.code, region, territory: region },
      });
      return authority.online === undefined ? [region] : [];
    }),
  );
  return looked.flat();
}
