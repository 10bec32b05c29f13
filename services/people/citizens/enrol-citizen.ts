import type { Citizen } from "../../kernel/actor.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { ok } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Profile } from "./profile.ts";
import { getProfile, putFirstProfile } from "./store.ts";
import type { Writes } from "./writes.ts";

/** Somebody who signs in with a name and a number that an issuer has proven. */
export type Newcomer = {
  readonly citizen: Citizen;
  readonly name: string;
  readonly maskedIdNumber: string;
  readonly issuer: string;
};

type EnrolPorts = Writes & { readonly now: Instant };

export type EnrolOnce = (newcomer: Newcomer, ports: EnrolPorts) => Promise<Citizen>;

/** Beyond so many it forgets all of them, and asks again. */
const KNOWN_MAX = 20_000;

/** Enrols citizens, and remembers who is on record, so that a process asks the database once for each. */
export function openEnrolment(): EnrolOnce {
  const known = new Set<string>();
  return async (newcomer, ports) => {
    const { citizen } = newcomer;
    const name = `${citizen.mode} ${citizen.id}`;
    if (!known.has(name)) await enrolCitizen(newcomer, ports);
    if (known.size >= KNOWN_MAX) known.clear();
    known.add(name);
    return citizen;
  };
}

/**
 * Puts a citizen on record as they sign in for the first time. A record that stands stays as it is: a register's statement
 * is never written over by a sign-in. The record has no date of a register, for a sign-in shows nobody's card.
 */
async function enrolCitizen(
  { citizen, name, maskedIdNumber, issuer }: Newcomer,
  { database, commit, requestId, now }: EnrolPorts,
): Promise<void> {
  const { id, mode } = citizen;
  await decideUntilWritten({
    database,
    about: `the enrolment of ${id}`,
    read: () => getProfile(database, mode, id),
    decide: (profile) => {
      const after: Profile = { citizenId: id, name, maskedIdNumber };
      return profile ? unchanged(ok(profile)) : ok({ before: undefined, after });
    },
    write: ({ after }) =>
      commit({
        ...{ actor: citizen, at: now, requestId, aggregate: id, table: recordsTable(mode) },
        ...{ action: "citizens.citizen.enrolled", reason: `proven by ${issuer}` },
        writes: [putFirstProfile(database, mode, after)],
      }),
  });
}
