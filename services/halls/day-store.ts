import type { Mode } from "../platform/actor.ts";
import type { Database } from "../platform/database.ts";
import { HALL_DAY_SHARDS, hallKeys } from "../platform/hall-keys.ts";
import { type AppointmentId, isId, type TicketId } from "../platform/ids.ts";
import type { Instant } from "../platform/runtime.ts";
import { INDEX1, recordsTable } from "../platform/tables.ts";

export const HALL_DAYS: readonly number[] = Array.from({ length: HALL_DAY_SHARDS }, (_, shard) => shard);

/** An appointment or a ticket that is open though its day is over, since when, and where to go on behind it. */
export type DayEnd = {
  readonly id: AppointmentId | TicketId;
  readonly at: Instant;
  readonly place: string;
};

/** Those of one shard whose day was over by an instant, the longest first, behind a place. */
export async function listEndedDays(
  { database, mode }: { readonly database: Database; readonly mode: Mode },
  shard: number,
  { after, by, limit }: { readonly after: string; readonly by: Instant; readonly limit: number },
): Promise<readonly DayEnd[]> {
  const { items } = await database.query({
    table: recordsTable(mode),
    pk: hallKeys.hallDayIn(shard),
    index: INDEX1,
    // A place is the instant, "#" and the id; "!" stands just before "#", "$" just behind it.
    skBetween: [after === "" ? "0" : `${after}!`, `${by}$`],
    limit,
  });
  return items.flatMap(({ pk, index1sk }) => {
    const [id, place] = [String(pk), String(index1sk)];
    const at = place.slice(0, place.indexOf("#"));
    return isId("apt", id) || isId("tkt", id) ? [{ id, at: at as Instant, place }] : [];
  });
}
