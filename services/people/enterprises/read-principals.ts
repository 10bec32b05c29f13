import { enterpriseAs, isPerson, type Subject } from "../../field/subject.ts";
import type { Actor, Mode } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { getProfile } from "../citizens/index.ts";
import { creditCodeOf, type Enterprise } from "./enterprise.ts";
import { listPrincipals, lookUpStanding } from "./look-up-standing.ts";
import { readSubject } from "./principal-reference.ts";
import type { Standing } from "./standing.ts";
import { type EnterpriseStore, getEnterprise } from "./store.ts";

/** An enterprise as the resolvers pass it on: of which mode, and how the caller stands to it. */
export type EnterpriseView = Enterprise & {
  readonly mode: Mode;
  readonly subject: Subject;
  readonly callersStanding?: Standing;
};

/** A person for whom the caller may act. */
export type PrincipalView = {
  readonly subject: Extract<Subject, { kind: "PERSON" }>;
  readonly mode: Mode;
  readonly standing: Standing;
};

/** The enterprises on record for which a person may act now. */
export async function listRepresentedEnterprises(
  store: EnterpriseStore,
  citizen: CitizenId,
  now: Instant,
): Promise<readonly EnterpriseView[]> {
  const principals = await listPrincipals(store, citizen, now);
  const found = await Promise.all(
    principals.map(async ({ subject, standing }) => {
      const known =
        subject.kind === "ENTERPRISE" ? await getEnterprise(store, subject.creditCode) : undefined;
      return known && { ...known, mode: store.mode, subject, callersStanding: standing };
    }),
  );
  return found.filter((one) => one !== undefined);
}

/** An enterprise on record by its id, for a person who may act for it now; to anybody else it does not exist. */
export async function findEnterprise(
  {
    actor,
    now,
    database,
  }: Pick<EnterpriseStore, "database"> & { readonly actor: Actor; readonly now: Instant },
  id: string,
): Promise<EnterpriseView | undefined> {
  const creditCode = creditCodeOf(id);
  if (actor.kind !== "CITIZEN" || !creditCode) return undefined;
  const store = { database, mode: actor.mode };
  const subject = enterpriseAs(creditCode);
  const [known, callersStanding] = await Promise.all([
    getEnterprise(store, creditCode),
    lookUpStanding(store, actor.id, subject, now),
  ]);
  return known && callersStanding && { ...known, mode: store.mode, subject, callersStanding };
}

/** The other persons for whom a person may act now. */
export async function listRepresentedPersons(
  store: EnterpriseStore,
  citizen: CitizenId,
  now: Instant,
): Promise<readonly PrincipalView[]> {
  return (await listPrincipals(store, citizen, now)).flatMap(({ subject, standing }) =>
    subject.kind === "PERSON" ? [{ subject, standing, mode: store.mode }] : [],
  );
}

/** The one for whom a person may act now, by that person's own reference; undefined for everybody else. */
export async function findPrincipal(
  store: EnterpriseStore & { readonly secrets: Pick<Secrets, "unseal"> },
  citizen: CitizenId,
  reference: string,
  now: Instant,
): Promise<PrincipalView | undefined> {
  const named = readSubject({ person: reference }, citizen, store.secrets);
  const subject = named.ok ? named.value : undefined;
  if (subject?.kind !== "PERSON" || isPerson(subject, citizen)) return undefined;
  const standing = await lookUpStanding(store, citizen, subject, now);
  return standing && { subject, standing, mode: store.mode };
}

/** A minor of whom a person reads, for their guardian; undefined for anybody else. */
export async function findWard(
  store: EnterpriseStore,
  reader: CitizenId,
  ward: CitizenId,
  now: Instant,
): Promise<PrincipalView | undefined> {
  const subject = { kind: "PERSON", citizenId: ward } as const;
  const standing = await lookUpStanding(store, reader, subject, now);
  return standing?.capacity === "GUARDIAN" ? { subject, standing, mode: store.mode } : undefined;
}

/** A person's name by the register of residents; undefined where none is on record. */
export const findPersonName = async (
  { database, mode }: EnterpriseStore,
  citizen: CitizenId,
): Promise<string | undefined> => (await getProfile(database, mode, citizen))?.name;
