import { type Capacity, isPerson, personAs, type Subject } from "../../field/subject.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { inForce } from "./authority.ts";
import { mayActIn, type Standing, standingOf } from "./standing.ts";
import {
  type EnterpriseStore,
  getAuthorities,
  getEnterprise,
  listActsFor,
  listAuthorities,
} from "./store.ts";

/** How a person stands to a subject now, by the records; a stranger does not. Nothing is read where it is themselves. */
export async function lookUpStanding(
  store: EnterpriseStore,
  citizen: CitizenId,
  subject: Subject,
  now: Instant,
): Promise<Standing | undefined> {
  if (isPerson(subject, citizen)) return standingOf(citizen, subject, {}, now);
  const [enterprise, authorities] = await Promise.all([
    subject.kind === "ENTERPRISE" ? getEnterprise(store, subject.creditCode) : undefined,
    getAuthorities(store, subject, citizen),
  ]);
  return standingOf(citizen, subject, { enterprise, authorities }, now);
}

/** The capacity in which a person may act for a subject in a matter of this item now; undefined where they may not. */
export async function lookUpCapacity(
  store: EnterpriseStore,
  citizen: CitizenId,
  subject: Subject,
  { item, now }: { readonly item: string; readonly now: Instant },
): Promise<Capacity | undefined> {
  return mayActIn(await lookUpStanding(store, citizen, subject, now), item);
}

/** Whether a person is a minor's guardian now. */
export async function isGuardianOf(
  store: EnterpriseStore,
  guardian: CitizenId,
  ward: CitizenId,
  now: Instant,
): Promise<boolean> {
  return (await lookUpStanding(store, guardian, personAs(ward), now))?.capacity === "GUARDIAN";
}

/** The guardians of a minor now; none of anybody else. */
export async function listGuardians(
  store: EnterpriseStore,
  ward: CitizenId,
  now: Instant,
): Promise<readonly CitizenId[]> {
  const all = await listAuthorities(store, personAs(ward));
  return all
    .filter((known) => inForce(known, now).some(({ guardianship }) => guardianship))
    .map(({ agent }) => agent);
}

/** The minors whose guardian a person is now. */
export async function listWards(
  store: EnterpriseStore,
  guardian: CitizenId,
  now: Instant,
): Promise<readonly CitizenId[]> {
  return (await listPrincipals(store, guardian, now)).flatMap(({ subject, standing }) =>
    subject.kind === "PERSON" && standing.capacity === "GUARDIAN" ? [subject.citizenId] : [],
  );
}

export type Principal = { readonly subject: Subject; readonly standing: Standing };

/** The principals for whom a person may act now, themselves left out. */
export async function listPrincipals(
  store: EnterpriseStore,
  citizen: CitizenId,
  now: Instant,
): Promise<readonly Principal[]> {
  const subjects = await listActsFor(store, citizen);
  const standings = await Promise.all(
    subjects.map((subject) => lookUpStanding(store, citizen, subject, now)),
  );
  return subjects.flatMap((subject, i) => {
    const standing = standings[i];
    return standing ? [{ subject, standing }] : [];
  });
}

/** The person who is told of events in an enterprise's matters: its legal representative, where it is on record. */
export async function representativeOf(
  store: EnterpriseStore,
  subject: Subject,
): Promise<CitizenId | undefined> {
  if (subject.kind === "PERSON") return subject.citizenId;
  return (await getEnterprise(store, subject.creditCode))?.legalRepresentative;
}
