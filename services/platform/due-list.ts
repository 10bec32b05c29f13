import type { Mode } from "./actor.ts";
import type { Database } from "./database.ts";
import type { Instant } from "./runtime.ts";
import { INDEX1, recordsTable } from "./tables.ts";

/** A record that stands in a list by time: since when it is due, and where to go on behind it. */
export type Due<Id extends string> = { readonly id: Id; readonly at: Instant; readonly place: string };

export type DuePage = { readonly after: string; readonly by: Instant; readonly limit: number };

/** Records of a list by time that came due by an instant, the longest due first, behind a place. */
export async function listDue<Id extends string>(
  { database, mode }: { readonly database: Database; readonly mode: Mode },
  pk: string,
  isOne: (id: string) => id is Id,
  { after, by, limit }: DuePage,
): Promise<readonly Due<Id>[]> {
  const { items } = await database.query({
    ...{ table: recordsTable(mode), pk, index: INDEX1, limit },
    // A place is the instant, "#" and the id; "!" stands just before "#", "$" just behind it.
    skBetween: [after === "" ? "0" : `${after}!`, `${by}$`],
  });
  return items.flatMap(({ pk: key, index1sk }) => {
    const [id, place] = [String(key), String(index1sk)];
    const at = place.slice(0, place.indexOf("#"));
    return isOne(id) ? [{ id, at: at as Instant, place }] : [];
  });
}
