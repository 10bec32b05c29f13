import type { Born } from "../../field/legal-capacity.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { bornOf } from "./personal-status.ts";
import { getStatus, type StatusStore } from "./personal-status-store.ts";
import { getProfile } from "./profile-store.ts";

/**
 * The age of a person: by the number that the caller has of them, else as a register, a sign-in or an officer has
 * stated it. Undefined where nobody has.
 */
export async function findBorn(
  store: Pick<StatusStore, "mode"> & { readonly database: Pick<Database, "get"> },
  citizen: CitizenId,
  byNumber?: CivilDate,
): Promise<Born | undefined> {
  const [profile, status] = await Promise.all([
    byNumber ? undefined : getProfile(store.database, store.mode, citizen),
    getStatus(store, citizen),
  ]);
  return bornOf(byNumber ?? profile?.bornOn, status);
}
