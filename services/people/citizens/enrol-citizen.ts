import type { IdentityNumber } from "../../field/identity-document.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { ok } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type ProvenProfile, profileAfter, profileOf } from "./profile.ts";
import { getProfile, putProvenProfile } from "./profile-store.ts";
import type { Writes } from "./writes.ts";

/** Somebody who signs in with a name and a number that an issuer has proven. */
export type Newcomer = {
  readonly citizen: Citizen;
  readonly name: string;
  readonly idNumber: IdentityNumber;
  readonly issuer: string;
  readonly provenAt: Instant;
};

type EnrolPorts = Writes & { readonly now: Instant; readonly secrets: Pick<Secrets, "seal"> };

export type EnrolOnce = (newcomer: Newcomer, ports: EnrolPorts) => Promise<Citizen>;

/** Beyond so many it forgets all of them, and asks again. */
const KNOWN_MAX = 20_000;

/** Enrols citizens, and remembers who is on record, so that a process asks the database once for each. */
export function openEnrolment(): EnrolOnce {
  const known = new Set<string>();
  return async (newcomer, ports) => {
    const { citizen } = newcomer;
    const one = `${citizen.mode} ${citizen.id} ${newcomer.name}`;
    if (!known.has(one)) await enrolCitizen(newcomer, ports);
    if (known.size >= KNOWN_MAX) known.clear();
    known.add(one);
    return citizen;
  };
}

/**
 * Puts a citizen on record as they sign in for the first time, and under another name where that has changed since. The
 * record has no date of a register, for a sign-in shows nobody's card.
 */
async function enrolCitizen(
  { citizen, name, idNumber, issuer, provenAt }: Newcomer,
  { database, commit, requestId, now, secrets }: EnrolPorts,
): Promise<void> {
  const { id, mode } = citizen;
  const proven: ProvenProfile = profileOf({ citizenId: id, name, idNumber, provenAt }, secrets);
  await decideUntilWritten({
    database,
    about: `the enrolment of ${id}`,
    read: () => getProfile(database, mode, id),
    decide: (before) => ok({ before, after: profileAfter(before, proven) }),
    write: ({ before }) =>
      commit({
        ...{ actor: citizen, at: now, requestId, aggregate: id, table: recordsTable(mode) },
        action: before ? "citizens.citizen.renamed" : "citizens.citizen.enrolled",
        reason: `proven by ${issuer}`,
        writes: [putProvenProfile(database, mode, proven, before)],
      }),
  });
}
