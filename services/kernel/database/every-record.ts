import type { Database, StoredItem } from "./database.ts";
import type { Query } from "./requests.ts";

const PAGE = 500;

/** All records of one partition whose sort keys begin so, however many there are. */
export async function everyRecord(
  database: Pick<Database, "query">,
  wanted: Required<Pick<Query, "table" | "pk" | "skPrefix">>,
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
