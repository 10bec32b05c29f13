import type { RegionCode } from "../../field/region.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type From, fullPage, type Onward } from "../../kernel/database/full-page.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import { type Instant, parseInstant } from "../../kernel/runtime.ts";
import { type Asker, findServiceItem, findServiceItems, type ServiceItem } from "../catalogue/index.ts";
import { type Hall, isHallCode, queueFor } from "./hall.ts";
import { getHall, hallNamed, listHallChanges, listHalls } from "./hall-store.ts";
import { queueOfItem } from "./queue-of-item.ts";

type Reads = Pick<Database, "get" | "query">;

/** A hall by its code, which anybody reads. */
export const findHall = async (database: Reads, code: string): Promise<Hall | undefined> =>
  isHallCode(code) ? getHall(database, code) : undefined;

type Place = Pick<Hall, "region" | "code">;

/**
 * A page of the halls in a region and in all that lies within it, by region and code; with an item, those that serve it: of
 * a region with many others the page may have fewer than were asked for, and lead on.
 */
export async function findHalls(
  database: Reads,
  { region, item }: { readonly region: RegionCode; readonly item: string | undefined },
  page: From<Place>,
): Promise<{ readonly halls: readonly Hall[]; readonly more: Onward<Place> }> {
  if (item === undefined) return listHalls(database, region, page);
  const { entries, more } = await fullPage(page, async (from: From<Place>) => {
    const listed = await listHalls(database, region, from);
    const queues = await Promise.all(listed.halls.map((hall) => queueOfItem(database, hall, item)));
    const last = listed.halls.at(-1);
    const next = listed.more && last ? { region: last.region, code: last.code } : undefined;
    return { entries: listed.halls.filter((_, i) => queues[i]?.ok), next };
  });
  return { halls: entries, more };
}

/** A page of the items that a hall serves, by code, as they are on in its region for the one who asks. */
export async function findItemsServed(
  database: Reads,
  hall: Hall,
  asker: Asker,
  page: { readonly first: number; readonly after?: string },
): Promise<{ readonly items: readonly ServiceItem[]; readonly more: boolean }> {
  const found = await findServiceItems(
    {
      ...{ region: hall.region, audience: undefined, lifeEvent: undefined, search: "", asker },
      of: ({ code, department, channels }) =>
        channels.includes("HALL") && queueFor(hall, code, department) !== undefined,
    },
    page,
    database,
  );
  if (!found.ok) throw new Error("a search for nothing was refused");
  return found.value;
}

/** The item that an appointment or a ticket is for, as it is in force now. */
export const readItem = async (
  database: Reads,
  code: string | undefined,
): Promise<ServiceItem | undefined> => (code === undefined ? undefined : findServiceItem(code, {}, database));

/** The hall that an appointment or a ticket names. */
export const readHall = (database: Reads, code: string): Promise<Hall> => hallNamed(database, code);

/** The changes of a hall's managers, as people read them: by whom, when and why. */
export type HallHistory = {
  readonly entries: readonly {
    readonly position: number;
    readonly node: { readonly at: Instant; readonly officer: OfficerId | null; readonly reason: string };
  }[];
  readonly more: boolean;
};

/** A page of a hall's history, newest first. */
export async function readHistory(
  database: Reads,
  code: string,
  page: { readonly first: number; readonly after?: number },
): Promise<HallHistory> {
  const { changes, more } = await listHallChanges(database, code, page);
  const entries = changes.flatMap(({ sequence, officer = null, reason, at: text }) => {
    const at = parseInstant(text);
    return at ? [{ position: sequence, node: { at, officer, reason } }] : [];
  });
  return { entries, more };
}
