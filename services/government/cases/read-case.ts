import type { Citizen, Officer } from "../../kernel/actor.ts";
import { isId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { lookUpCapacity } from "../../people/enterprises/index.ts";
import type { Application } from "./application.ts";
import { standsForSubject } from "./change-case.ts";
import { isOwn, mayRead } from "./circle.ts";
import { type ApplicationStore, getApplication } from "./store.ts";

type Reader<A> = ApplicationStore & { readonly actor: A; readonly now: Instant };

/**
 * A case for whoever is of its circle as of this request: the subject and who may act for it, and officers by role and
 * jurisdiction, but not in a matter of their own. For anybody else, an agent whose authority was revoked among them, it
 * is as if there were none.
 */
export async function readCase(
  reader: Reader<Citizen | Officer>,
  id: string,
): Promise<Application | undefined> {
  const found = isId("app", id) ? await getApplication(reader, id) : undefined;
  if (!found) return undefined;
  const { actor, now } = reader;
  const isReadable =
    actor.kind === "CITIZEN"
      ? await lookUpCapacity(reader, actor.id, found.subject, { item: found.item.code, now })
      : mayRead(actor, found, { standsForSubject: await standsForSubject({ ...reader, actor }, found) });
  return isReadable ? found : undefined;
}

/** Whether a case is an officer's own matter, or of somebody for whom they stand. */
export async function isOwnCase(reader: Reader<Officer>, id: string): Promise<boolean> {
  const found = isId("app", id) ? await getApplication(reader, id) : undefined;
  return (
    found !== undefined &&
    isOwn(reader.actor, found, { standsForSubject: await standsForSubject(reader, found) })
  );
}
