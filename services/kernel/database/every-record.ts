import type { Database, StoredItem } from "./database.ts";
import type { Query } from "./requests.ts";

/** More than an answer holds: the database ends a page at 1 MB. */
const PAGE = 5_000;

/** All records that a query finds, however many there are. */
export async function everyRecord(
  database: Pick<Database, "query">,
  wanted: Omit<Query, "limit" | "after">,
): Promise<readonly StoredItem[]> {
  const found: StoredItem[] = [];
  let after: StoredItem | undefined;
  do {
    const page = { ...wanted, limit: PAGE };
    const { items, next } = await database.query(after ? { ...page, after } : page);
    found.push(...items);
    after = next;
  } while (after);
  return found;
}
