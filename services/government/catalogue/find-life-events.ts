import type { RegionCode } from "../../field/region.ts";
import type { Database } from "../../kernel/database/database.ts";
import { LIFE_EVENTS, type LifeEvent } from "./life-event.ts";
import { listingsAround } from "./listings-around.ts";
import { type Asker, isFor } from "./pilot.ts";

/** A life event, and how many items there are for it. */
export type LifeEventItems = { readonly event: LifeEvent; readonly items: number };

/** The life events for which there is an item in a region, for the one who asks, in the order of life. */
export async function findLifeEvents(
  { region, asker }: { readonly region: RegionCode; readonly asker: Asker },
  database: Pick<Database, "query">,
): Promise<readonly LifeEventItems[]> {
  const counts = new Map<LifeEvent, number>();
  for await (const listing of listingsAround(database, region)) {
    if (!isFor(listing, asker)) continue;
    for (const event of listing.lifeEvents ?? []) counts.set(event, (counts.get(event) ?? 0) + 1);
  }
  return LIFE_EVENTS.flatMap((event) => {
    const items = counts.get(event);
    return items === undefined ? [] : [{ event, items }];
  });
}
