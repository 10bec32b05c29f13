import type { Mode } from "../actor.ts";
import type { Database, StoredItem } from "./database.ts";
import { type Key, keys, recordsTable } from "./tables.ts";

type Store = { readonly database: Database; readonly mode: Mode };

/** An aggregate's record by its id alone: the first entry of its audit trail says where it stands. */
export async function recordOf(store: Store, id: string): Promise<StoredItem | undefined> {
  return (await foundOf(store, id))?.record;
}

/** The record of an aggregate, or else the text as which it was begun. */
export type Found = {
  readonly key: Key;
  readonly record: StoredItem | undefined;
  readonly begun: string | undefined;
};

/** The same of an aggregate whose first entry may be all that there is of it. */
export async function foundOf({ database, mode }: Store, id: string): Promise<Found | undefined> {
  const table = recordsTable(mode);
  const first = await database.get(table, keys.auditEntry(id, 1));
  const { record: key, begun } = first ?? {};
  if (!isKey(key)) return undefined;
  return {
    key,
    record: await database.get(table, key),
    begun: typeof begun === "string" ? begun : undefined,
  };
}

const isKey = (value: unknown): value is Key =>
  typeof value === "object" && value !== null && "pk" in value && "sk" in value;
