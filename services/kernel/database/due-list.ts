import type { Mode } from "../actor.ts";
import { eachDespite } from "../each-of.ts";
import type { Instant } from "../runtime.ts";
import type { Database } from "./database.ts";
import { INDEX1, recordsTable } from "./tables.ts";

/** A record that stands in a list by time: since when it is due, and where to go on behind it. */
export type Due<Id extends string> = { readonly id: Id; readonly at: Instant; readonly place: string };

/** Behind every place of a list by time: all that stand in it, whenever they come due. */
export const LIST_END = "9999-12-31T23:59:59.999Z" as Instant;

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

/** How far a sweep came. */
export type Swept = {
  /** False where the time was over before all was looked at. */
  readonly finished: boolean;
  /** Of entries that could not be done, and of lists that could not be read. */
  readonly faults: readonly unknown[];
};

type ListWork<L, D> = {
  readonly now: () => Instant;
  readonly until: Instant;
  /** The entries of a list that are due, the longest due first. */
  readonly read: (list: L, page: DuePage) => Promise<readonly D[]>;
  readonly one: (due: D) => Promise<void>;
};

/**
 * Works lists by time off, another one first at each call, so that none is starved by what takes long in others. It ends
 * after `until` with what was begun. An entry that cannot be done keeps no other from its turn, and a list that cannot be
 * read no other list: what was done is told beside what was not.
 */
export async function sweepLists<L, D extends { readonly place: string }>(
  lists: readonly L[],
  work: ListWork<L, D>,
): Promise<Swept> {
  const faults: unknown[] = [];
  const first = Math.floor(Date.parse(work.now()) / TURN_MS) % lists.length;
  let finished = true;
  const sweep = async (list: L): Promise<void> => {
    const isDone = await sweepList(list, work, faults);
    finished &&= isDone;
  };
  for (const list of [...lists.slice(first), ...lists.slice(0, first)]) {
    await eachDespite([list], sweep, faults);
  }
  return { finished, faults };
}

/** Whether it came to the list's end in time. */
async function sweepList<L, D extends { readonly place: string }>(
  list: L,
  { now, until, read, one }: ListWork<L, D>,
  faults: unknown[],
): Promise<boolean> {
  for (let after: string | undefined = ""; after !== undefined; ) {
    if (now() >= until) return false;
    const due: readonly D[] = await read(list, { after, by: now(), limit: PAGE_SIZE });
    await eachDespite(due, one, faults);
    after = due.length < PAGE_SIZE ? undefined : due.at(-1)?.place;
  }
  return true;
}
