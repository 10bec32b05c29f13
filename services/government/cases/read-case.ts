import { isPerson } from "../../field/subject.ts";
import type { Citizen, Officer, Partner } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { lookUpCapacity } from "../../people/enterprises/index.ts";
import type { Application } from "./application.ts";
import { standsForSubject } from "./change-case.ts";
import { isOfPartner, isOwn, mayRead, SCOPE_TO_READ } from "./circle.ts";
import type { Consents } from "./consents.ts";
import { readCaseItem } from "./read-case-item.ts";
import { type ApplicationStore, findApplication } from "./store.ts";

type Reader<A> = ApplicationStore & { readonly actor: A; readonly now: Instant };

type PartnerReader = ApplicationStore & {
  readonly actor: Partner;
  readonly consents: Consents;
};

/** The content of an id about a case: its own id, and the person whose case it is where it was sealed for a partner. */
export type NamedCase = { readonly record: string; readonly person: CitizenId | undefined };

/** A case for anybody who is of its circle as of this request, by the id that they know it by. */
export const readNamedCase = (
  reader: Reader<Citizen | Officer | Partner> & Pick<PartnerReader, "consents">,
  named: NamedCase,
): Promise<Application | undefined> => {
  const { actor } = reader;
  return actor.kind === "PARTNER"
    ? readAsPartner({ ...reader, actor }, named)
    : readCase({ ...reader, actor }, named.record);
};

/**
 * A case for anybody who is of its circle as of this request: the subject and who may act for it, and officers by role and
 * jurisdiction, but not in a matter of their own. For anybody else, an agent whose authority was revoked among them, it
 * is as if there were none.
 */
export async function readCase(
  reader: Reader<Citizen | Officer>,
  id: string,
): Promise<Application | undefined> {
  const found = await findApplication(reader, id);
  if (!found) return undefined;
  const { actor, now } = reader;
  // Of their own matter nothing has to be looked up.
  if (actor.kind === "CITIZEN" && isPerson(found.subject, actor.id)) return found;
  // The item is asked for with what is: nearly every field of a case needs it.
  const [isReadable] = await Promise.all([
    actor.kind === "CITIZEN"
      ? lookUpCapacity(reader, actor.id, found.subject, { item: found.item.code, now })
      : mayReadAs({ ...reader, actor }, found),
    readCaseItem(reader, found),
  ]);
  return isReadable ? found : undefined;
}

const mayReadAs = async (reader: Reader<Officer>, found: Application): Promise<boolean> =>
  mayRead(reader.actor, found, { standsForSubject: await standsForSubject(reader, found) });

/**
 * A partner reads with a key that has the scope the cases of its own enterprise, and those of a person who consents to
 * it.
 */
async function readAsPartner(
  reader: PartnerReader,
  { record, person }: NamedCase,
): Promise<Application | undefined> {
  const { actor, consents } = reader;
  if (!actor.scopes.includes(SCOPE_TO_READ)) return undefined;
  if (person) {
    await consents.open(person);
    if (!consents.scopesOf(person).includes(SCOPE_TO_READ)) return undefined;
  }
  const found = await findApplication(reader, record);
  return found && isOfPartner(actor, person, found.subject) ? found : undefined;
}

/** Whether a case is an officer's own matter, or of somebody for whom they stand. */
export async function isOwnCase(reader: Reader<Officer>, id: string): Promise<boolean> {
  const found = await findApplication(reader, id);
  return (
    found !== undefined &&
    isOwn(reader.actor, found, { standsForSubject: await standsForSubject(reader, found) })
  );
}
