import type { StoredItem } from "../../kernel/database/database.ts";
import { fullPage, type Onward } from "../../kernel/database/full-page.ts";
import type { Payout } from "./payout.ts";
import { listOwed, type PayoutStore } from "./store.ts";

type Page = { readonly first: number; readonly after?: StoredItem };
type Owed = {
  readonly entries: readonly { readonly node: Payout; readonly position: StoredItem }[];
  readonly more: Onward<StoredItem>;
};

/** The payouts that the treasury has still to make, the longest owed first. */
export const listPayoutsOwed = (store: PayoutStore, page: Page): Promise<Owed> =>
  fullPage(page, (from) => listOwed(store, from));
