import type { Mode } from "../../../kernel/actor.ts";
import type { Database, StoredItem } from "../../../kernel/database/database.ts";
import { INDEX1, INDEX2, recordsTable } from "../../../kernel/database/tables.ts";
import { isId } from "../../../kernel/ids.ts";
import type { Application } from "../application.ts";
import { placesOf } from "../desk-places.ts";
import type { ApplicationId } from "../ids.ts";
import { applicationKeys } from "../keys.ts";
import type { Desk, DeskEntry, DeskPage } from "./desk.ts";

function placeOf(desk: Desk): { readonly index: typeof INDEX1 | typeof INDEX2; readonly pk: string } {
  switch (desk.kind) {
    case "WAITING":
      return { index: INDEX1, pk: applicationKeys.desk(desk.region, desk.department) };
    case "WAITING_AT_STEP":
      return {
        index: INDEX2,
        pk: applicationKeys.deskStep(desk.region, desk.department, desk.item, desk.step),
      };
    case "HELD":
      return { index: INDEX2, pk: applicationKeys.held(desk.region, desk.department) };
    case "ESCALATED":
      return { index: INDEX1, pk: applicationKeys.escalated(desk.region, desk.department) };
    case "PAUSED":
      return { index: INDEX2, pk: applicationKeys.paused(desk.region, desk.department) };
    case "TO_INSPECT":
      return { index: INDEX1, pk: applicationKeys.toInspect(desk.officer) };
    case "CLAIMED":
      return { index: INDEX1, pk: applicationKeys.claimed(desk.officer) };
  }
}

/** Whether an entry stands in one of these lists as its case is now; the index may show it where it stood before. */
export const standsIn = (
  desks: readonly Desk[],
  { record }: DeskEntry,
  application: Application,
): boolean => {
  const places = placesOf(application, record);
  return desks.map(placeOf).some(({ index, pk }) => places[index.pk] === pk);
};

type DeskStore = { readonly database: Database; readonly mode: Mode };
type Entries = { readonly entries: readonly DeskEntry[]; readonly more: boolean };

/**
 * A page of these lists together, what is due first first. Each list is read for a page and no more, however long it
 * is. The index may lag behind: a decision reads the case.
 */
export async function listDesks(store: DeskStore, desks: readonly Desk[], page: DeskPage): Promise<Entries> {
  const lists = await Promise.all(desks.map((desk) => listDesk(store, desk, page)));
  const entries = lists.flatMap((list) => list.entries);
  if (lists.length > 1) entries.sort((a, b) => (a.place < b.place ? -1 : 1));
  return {
    entries: entries.slice(0, page.first),
    more: entries.length > page.first || lists.some(({ more }) => more),
  };
}

async function listDesk(
  { database, mode }: DeskStore,
  desk: Desk,
  { first, after, dueFrom, dueBy }: DeskPage,
): Promise<Entries> {
  const { index, pk } = placeOf(desk);
  const key = (entry: DeskEntry): StoredItem => ({
    ...{ pk: entry.id, sk: entry.record, [index.pk]: pk, [index.sk]: entry.place },
  });
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk, index, limit: first },
    // Entries of a day begin with it and "#", which is less than "$"; every year is less than ":".
    ...(dueFrom || dueBy ? { skBetween: [dueFrom ?? "0", dueBy ? `${dueBy}$` : ":"] as const } : {}),
    ...(after ? { after: key(after) } : {}),
  });
  const entries = items.flatMap(({ pk: id, sk, [index.sk]: place }) =>
    isId("app", String(id))
      ? [{ id: String(id) as ApplicationId, record: String(sk), place: String(place) }]
      : [],
  );
  return { entries, more: next !== undefined };
}

/** So many entries of a list are counted, those due first. */
const COUNTED_MAX = 1_000;

/** Where the entries of a list stand in it, those due first, and whether there are more than are counted. */
export async function countEntries(
  { database, mode }: DeskStore,
  desk: Desk,
): Promise<{ readonly places: readonly string[]; readonly more: boolean }> {
  const { index, pk } = placeOf(desk);
  const { items, next } = await database.query({ table: recordsTable(mode), pk, index, limit: COUNTED_MAX });
  return { places: items.map((item) => String(item[index.sk])), more: next !== undefined };
}
