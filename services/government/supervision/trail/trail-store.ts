import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { keys, recordsTable } from "../../../kernel/database/tables.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { StoredEntry } from "./trail-check.ts";

export type TrailStore = { readonly database: Database; readonly mode: Mode };

/** Up to `limit` entries of a case's trail behind the one numbered `after`, oldest first. */
export async function listTrail(
  { database, mode }: TrailStore,
  id: ApplicationId,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<{ readonly entries: readonly StoredEntry[]; readonly more: boolean }> {
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk: keys.auditEntry(id, 0).pk, limit },
    ...(after > 0 ? { after: keys.auditEntry(id, after) } : {}),
  });
  return { entries: items, more: next !== undefined };
}
