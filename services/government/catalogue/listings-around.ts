import { type RegionCode, regionsAround } from "../../field/region.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Listing } from "./item-head.ts";
import { listingsIn } from "./listing-store.ts";

/**
 * The lists of a region and of those around it, merged by code. Where an item is in several, the most specific
 * decides, even if only to say that it is off there.
 */
export async function* listingsAround(
  database: Pick<Database, "query">,
  region: RegionCode,
  after?: string,
): AsyncGenerator<Listing, void> {
  const lists = regionsAround(region).map((around) => listingsIn(database, around, after));
  const heads = await Promise.all(lists.map(async (list) => ({ list, next: await list.next() })));
  for (;;) {
    const waiting = heads.flatMap(({ next }) => (next.done ? [] : [next.value]));
    const [lowest] = waiting.map(({ code }) => code).sort();
    const mostSpecific = waiting.find(({ code }) => code === lowest);
    if (!mostSpecific) return;
    yield mostSpecific;
    const passed = heads.filter(({ next }) => !next.done && next.value.code === lowest);
    await Promise.all(
      passed.map(async (head) => {
        head.next = await head.list.next();
      }),
    );
  }
}
