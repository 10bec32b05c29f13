import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { DuePage } from "../../../kernel/database/due-list.ts";
import { INDEX1, recordsTable } from "../../../kernel/database/tables.ts";
import type { CardId } from "../ids.ts";
import { OPEN_RIDE_SHARDS, transitKeys } from "../keys.ts";

/** The transit of one mode. */
type TransitStore = { readonly database: Database; readonly mode: Mode };

/** Where to go on behind a card of the list below. */
type DueCard = { readonly card: CardId; readonly place: string };

/** Cards with a ride that is to be ended by an instant, the longest due first; of one shard of the index. */
export async function listDueCards(
  { database, mode }: TransitStore,
  shard: number,
  { after, by, limit }: DuePage,
): Promise<readonly DueCard[]> {
  const { items } = await database.query({
    ...{ table: recordsTable(mode), pk: transitKeys.openRidesIn(shard), index: INDEX1, limit },
    skBetween: [after || " ", by],
  });
  return items.map(({ pk, [INDEX1.sk]: sk }) => ({ card: pk as CardId, place: `${String(sk)} ` }));
}

export const OPEN_SHARDS = Array.from({ length: OPEN_RIDE_SHARDS }, (_, shard) => shard);
