import type { Mode } from "../actor.ts";
import { eachDespite, sayFaults } from "../each-of.ts";
import type { Instant } from "../runtime.ts";
import type { Database } from "./database.ts";
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

/** About as long as from one call of a sweep to the next. */
const TURN_MS = 600_000;
const PAGE_SIZE = 25;

type Sweep<L, D> = {
  readonly now: () => Instant;
  readonly until: Instant;
  /** The entries of a list that are due, the longest due first. */
  readonly read: (list: L, page: DuePage) => Promise<readonly D[]>;
  readonly one: (due: D) => Promise<void>;
};

/**
 * Works lists by time off, another one first at each call, so that none is starved by what takes long in others; true if
 * it came to their end before `until`. An entry that cannot be done keeps no other from its turn, and its error is
 * thrown at the end.
 */
export async function sweepLists<L, D extends { readonly place: string }>(
  lists: readonly L[],
  { now, until, read, one }: Sweep<L, D>,
): Promise<boolean> {
  const faults: unknown[] = [];
  const first = Math.floor(Date.parse(now()) / TURN_MS) % lists.length;
  let isOver = false;
  for (const list of [...lists.slice(first), ...lists.slice(0, first)]) {
    for (let after: string | undefined = ""; after !== undefined; ) {
      isOver = now() >= until;
      if (isOver) break;
      const due: readonly D[] = await read(list, { after, by: now(), limit: PAGE_SIZE });
      await eachDespite(due, one, faults);
      after = due.length < PAGE_SIZE ? undefined : due.at(-1)?.place;
    }
  }
  sayFaults(faults);
  return !isOver;
}
