import type { Officer } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type From, fullPage, type Onward } from "../../kernel/database/full-page.ts";
import { type EditedItem, type EditedPlace, editedItem } from "./edited-item.ts";
import { listEdited, provincesOf } from "./edited-store.ts";
import { getHead } from "./head-store.ts";
import { isItemCode, mayEdit, type ServiceItem } from "./service-item.ts";
import { getDraft, getVersion } from "./store.ts";

type Reads = Pick<Database, "get" | "query">;
type Listed = {
  readonly entries: readonly { readonly node: EditedItem; readonly position: EditedPlace }[];
  readonly more: Onward<EditedPlace>;
};

/** An item with its draft; undefined for officers who may not edit it, as if there were none. */
export async function findEditedItem(
  code: string,
  officer: Officer,
  database: Reads,
): Promise<EditedItem | undefined> {
  if (!isItemCode(code)) return undefined;
  const [draft, head] = await Promise.all([getDraft(database, code), getHead(database, code)]);
  if (!draft || !mayEdit(draft, officer.jurisdiction)) return undefined;
  return editedItem(draft, head, officer);
}

/**
 * The items that an officer edits, by code. Of a page those are left out that belong to others, so that it may have fewer
 * than were asked for, and lead on.
 */
export async function findEditedItems(
  officer: Officer,
  page: From<EditedPlace>,
  database: Reads,
): Promise<Listed> {
  const province = officer.jurisdiction.regionPrefix.slice(0, 2);
  return fullPage(
    page,
    async (from: From<EditedPlace>) => {
      const { places, more } = await listEdited(database, province, from);
      const found = await Promise.all(
        places.map(async (position) => {
          const node = await findEditedItem(position.code, officer, database);
          return node && isListedAt(position, node, province) ? [{ node, position }] : [];
        }),
      );
      return { entries: found.flat(), next: more ? places.at(-1) : undefined };
    },
    1,
  );
}

/** An item of several provinces stands once in the list of somebody who edits in all of them. */
const isListedAt = (place: EditedPlace, { draft }: EditedItem, province: string): boolean => {
  const provinces = provincesOf(draft);
  return province === "" ? provinces[0] === place.province : provinces.includes(place.province);
};

/** The version of an edited item that is in force. */
export async function findPublished(
  { code, version }: EditedItem,
  database: Pick<Database, "get">,
): Promise<ServiceItem | undefined> {
  return version === undefined ? undefined : getVersion(database, code, version);
}
