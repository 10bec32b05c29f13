import type { Mode } from "../actor.ts";
import type { Database, StoredItem } from "./database.ts";
import { type Key, keys, recordsTable } from "./tables.ts";

/** An aggregate's record by its id alone: the first entry of its audit trail says where it stands. */
export async function recordOf(
  { database, mode }: { readonly database: Database; readonly mode: Mode },
  id: string,
): Promise<StoredItem | undefined> {
  const table = recordsTable(mode);
  const first = await database.get(table, keys.auditEntry(id, 1));
  const key = first?.["record"];
  return isKey(key) ? database.get(table, key) : undefined;
}

const isKey = (value: unknown): value is Key =>
  typeof value === "object" && value !== null && "pk" in value && "sk" in value;
