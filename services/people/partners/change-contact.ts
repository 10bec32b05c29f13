import type { Citizen } from "../../kernel/actor.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type Contact, checkContact, type Invalid } from "./application.ts";
import { footingOf } from "./find-registration.ts";
import { isSameContact, type Partner } from "./partner.ts";
import { getPartner, putPartner } from "./store.ts";
import type { Writes } from "./writes.ts";

type ContactRefusal = { readonly code: "NOT_FOUND" } | Invalid;

/**
 * Another contact of a partner, in any of its states. Said again it changes nothing. Errors: what `checkContact` names,
 * NOT_FOUND for anybody else's partner, NOT_ENTITLED for the one who acted for it once.
 */
export async function changeContact(
  id: string,
  wish: Contact,
  { actor, now }: { readonly actor: Citizen; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<Partner, ContactRefusal>> {
  if (!isId("ptn", id)) return err({ code: "NOT_FOUND" });
  const contact = checkContact(wish);
  if (!contact.ok) return contact;
  return decideUntilWritten({
    database,
    about: `partner ${id}`,
    read: () => getPartner(database, id),
    decide: async (partner) => {
      const footing = partner && (await footingOf({ database, now }, partner, actor));
      if (!partner || !footing) return err({ code: "NOT_FOUND" });
      if (footing === "FORMER") return err({ code: "NOT_ENTITLED", path: ["id"] });
      if (isSameContact(partner.contact, contact.value)) return unchanged(ok(partner));
      const after = { ...partner, contact: contact.value, revision: partner.revision + 1 };
      return ok({ before: partner, after });
    },
    write: ({ before, after }) =>
      commit({
        actor,
        action: "partners.partner.contact-changed",
        aggregate: id,
        table: "registry",
        at: now,
        requestId,
        writes: [putPartner(database, after, before)],
      }),
  });
}
