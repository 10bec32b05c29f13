import type { StoredItem } from "../../../kernel/database/database.ts";
import { isId } from "../../../kernel/ids.ts";
import type { Difference } from "./difference.ts";
import { type DifferenceStore, getDifference, listUnresolved } from "./difference-store.ts";

/** The difference of this id, resolved or not. */
export const findDifference = async (store: DifferenceStore, id: string): Promise<Difference | undefined> =>
  isId("dif", id) ? getDifference(store, id) : undefined;

type Page = { readonly first: number; readonly after?: StoredItem };
type Listed = {
  readonly entries: readonly { readonly node: Difference; readonly position: StoredItem }[];
  readonly more: boolean;
};

/** All that treasurers have not resolved yet, the longest known first. */
export const listDifferences = (store: DifferenceStore, page: Page): Promise<Listed> =>
  listUnresolved(store, page);
