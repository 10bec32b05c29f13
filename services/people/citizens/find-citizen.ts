import type { Actor, Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import type { Profile } from "./profile.ts";
import { getProfile } from "./profile-store.ts";
import { readReference } from "./reference.ts";

/** A person as the hub's resolvers pass them on; what is read of them is read field by field. */
export type CitizenSubject = { readonly citizenId: CitizenId; readonly mode: Mode };

export type FindCitizenPorts = {
  readonly secrets: Pick<Secrets, "unseal">;
  /** Looks up what the citizen allows the calling partner now. */
  readonly consents: { readonly open: (citizen: CitizenId) => Promise<readonly unknown[]> };
};

/**
 * The person whom the caller knows by this id: a citizen themselves, a partner the one behind its own reference while a
 * consent is in force. Anybody else is answered as a person who never was.
 */
export async function findCitizen(
  id: string,
  actor: Actor,
  { consents, secrets }: FindCitizenPorts,
): Promise<CitizenSubject | undefined> {
  if (actor.kind === "CITIZEN") {
    return actor.id === id ? { citizenId: actor.id, mode: actor.mode } : undefined;
  }
  if (actor.kind !== "PARTNER") return undefined;
  const named = readReference(id, secrets);
  if (named?.partner !== actor.id) return undefined;
  const standing = await consents.open(named.citizen);
  return standing.length > 0 ? { citizenId: named.citizen, mode: actor.mode } : undefined;
}

/** The statements of the registers about a person; undefined where none has. */
export const findProfile = (
  { citizenId, mode }: CitizenSubject,
  { database }: { readonly database: Pick<Database, "get"> },
): Promise<Profile | undefined> => getProfile(database, mode, citizenId);
