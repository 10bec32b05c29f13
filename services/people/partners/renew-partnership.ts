import type { Citizen } from "../../kernel/actor.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type Contact, checkContact, type Invalid } from "./application.ts";
import { backingOf } from "./apply-for-partnership.ts";
import { findRegistration, footingOf } from "./find-registration.ts";
import { eventFor, type Partner, type PartnerNotAllowedNow } from "./partner.ts";
import { type Renewal, renew } from "./renewal.ts";
import { getPartner, putPartner } from "./store.ts";
import type { Writes } from "./writes.ts";

export type RenewRefusal = { readonly code: "NOT_FOUND" } | Invalid | PartnerNotAllowedNow;

/**
 * Lays a partner on what the register states now, with the actor as its representative. Live keys work again once a
 * manager has confirmed it. Asked again for the same it changes nothing. Errors: NOT_FOUND for who never had to do with
 * the partner, what `backingOf` names, NOT_ALLOWED_NOW where nothing is to be renewed.
 */
export async function renewPartnership(
  id: string,
  contact: Contact | undefined,
  { actor, now }: { readonly actor: Citizen; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<Partner, RenewRefusal>> {
  if (!isId("ptn", id)) return err({ code: "NOT_FOUND" });
  const checked = contact && checkContact(contact);
  if (checked && !checked.ok) return checked;
  return decideUntilWritten({
    database,
    about: `partner ${id}`,
    read: () => getPartner(database, id),
    decide: async (partner) => {
      if (!partner || !(await footingOf({ database, now }, partner, actor)))
        return err({ code: "NOT_FOUND" });
      const registration = await findRegistration({ database, now }, partner, actor.id);
      const backing = backingOf(registration, ["id"]);
      if (!backing.ok) return backing;
      const wish: Renewal = {
        ...{ representative: actor.id, ...backing.value },
        ...(checked ? { contact: checked.value } : {}),
      };
      const renewed = renew(partner, wish);
      if (!renewed.ok) return renewed;
      if (isRenewedSo(partner, renewed.value)) return unchanged(ok(partner));
      return ok({ before: partner, after: renewed.value, guards: registration?.unchanged ?? [] });
    },
    write: ({ before, after, guards }) =>
      commit({
        actor,
        action: "partners.partner.renewal-requested",
        aggregate: id,
        table: "registry",
        at: now,
        requestId,
        writes: [putPartner(database, after, before), ...guards],
        event: eventFor(after, "partner.renewal-requested", { too: [before.representative] }),
      }),
  });
}

/** Whether a renewal says what the partner is already. */
function isRenewedSo(before: Partner, after: Partner): boolean {
  const factsOf = ({ status, representative, statement, capacity, contact, lapse }: Partner) =>
    JSON.stringify([
      ...[status, representative, capacity, lapse?.revision],
      ...[statement.recordedAt, contact.name, contact.phone, contact.email],
    ]);
  return factsOf(before) === factsOf(after);
}
