import type { Officer } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { isId, type OfficerId } from "../../kernel/ids.ts";
import { asCaller, type OfficerRecord } from "./officer.ts";
import { getOfficer } from "./store.ts";

/** The officer with an id, as their sign-in said last; undefined where nobody of it has signed in. */
export const findOfficer = (
  database: Pick<Database, "get">,
  id: OfficerId,
): Promise<OfficerRecord | undefined> => getOfficer(database, id);

/** The officer with an id that somebody names, as they would ask themselves; undefined where there is none. */
export async function findNamedOfficer(
  database: Pick<Database, "get">,
  id: string,
): Promise<Officer | undefined> {
  const found = isId("ofc", id) ? await getOfficer(database, id) : undefined;
  return found && asCaller(found);
}
