import type { Mode } from "../platform/actor.ts";
import { applicationKeys, CASE_CLOCK_SHARDS } from "../platform/application-keys.ts";
import type { Database } from "../platform/database.ts";
import { type ApplicationId, isId } from "../platform/ids.ts";
import type { Instant } from "../platform/runtime.ts";
import { INDEX1, recordsTable } from "../platform/tables.ts";

export const CLOCK_SHARDS: readonly number[] = Array.from({ length: CASE_CLOCK_SHARDS }, (_, shard) => shard);

/** A case whose clock comes to act, since when, and where to go on behind it. */
export type DueCase = { readonly id: ApplicationId; readonly at: Instant; readonly place: string };

/** Cases of one shard whose clock came to act by an instant, the longest due first, behind a place. */
export async function listDueCases(
  { database, mode }: { readonly database: Database; readonly mode: Mode },
  shard: number,
  { after, by, limit }: { readonly after: string; readonly by: Instant; readonly limit: number },
): Promise<readonly DueCase[]> {
  const { items } = await database.query({
    table: recordsTable(mode),
    pk: applicationKeys.caseClockIn(shard),
    index: INDEX1,
    // A place is the instant, "#" and the case; "!" stands just before "#", "$" just behind it.
    skBetween: [after === "" ? "0" : `${after}!`, `${by}$`],
    limit,
  });
  return items.flatMap(({ pk, index1sk }) => {
    const [id, place] = [String(pk), String(index1sk)];
    const at = place.slice(0, place.indexOf("#"));
    return isId("app", id) ? [{ id, at: at as Instant, place }] : [];
  });
}
