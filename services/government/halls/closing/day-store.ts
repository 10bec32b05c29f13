import { type Due, type DuePage, listDue } from "../../../kernel/database/due-list.ts";
import { isId } from "../../../kernel/ids.ts";
import type { AppointmentId, TicketId } from "../ids.ts";
import { HALL_DAY_SHARDS, hallKeys } from "../keys.ts";

export const HALL_DAYS: readonly number[] = Array.from({ length: HALL_DAY_SHARDS }, (_, shard) => shard);

/** An appointment or a ticket that is open though its day is over. */
export type DayEnd = Due<AppointmentId | TicketId>;

/** Those of one shard whose day was over by an instant, the longest first, behind a place. */
export const listEndedDays = (
  store: Parameters<typeof listDue>[0],
  shard: number,
  page: DuePage,
): Promise<readonly DayEnd[]> =>
  listDue(store, hallKeys.hallDayIn(shard), (id) => isId("apt", id) || isId("tkt", id), page);
