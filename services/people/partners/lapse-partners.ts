import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import { ok } from "../../kernel/result.ts";
import type { EnterpriseFollower, FollowPorts } from "../enterprises/index.ts";
import { findRegistration } from "./find-registration.ts";
import { eventFor } from "./partner.ts";
import { lapseReason } from "./register-statement.ts";
import { lapse } from "./renewal.ts";
import { getPartner, listOfEnterprise, putPartner } from "./store.ts";

/**
 * Ends the live access of an enterprise's partners that the register no longer carries, and tells their representatives
 * and whom the register states by now. No partner is missed: an application commits only over the statement that it
 * read, so it stands in the list before the statement changes, or meets the new one.
 */
export const lapsePartners: EnterpriseFollower = async (ports, creditCode) => {
  for (const id of await listOfEnterprise(ports.database, creditCode)) await lapseOne(ports, id);
};

async function lapseOne(
  { database, commit, mode, now, requestId }: FollowPorts,
  id: PartnerId,
): Promise<void> {
  await decideUntilWritten({
    database,
    about: `partner ${id}`,
    read: () => getPartner(database, id),
    decide: async (partner) => {
      if (partner?.representativeMode !== mode) return unchanged(ok(undefined));
      const registration = await findRegistration({ database, now }, partner, partner.representative);
      const reason = registration && lapseReason(partner, registration);
      if (!reason) return unchanged(ok(undefined));
      const { legalRepresentative, revision } = registration.enterprise;
      const lapsed = lapse(partner, { reason, revision, at: now });
      if (!lapsed) return unchanged(ok(undefined));
      return ok({ before: partner, after: lapsed, reason, too: [legalRepresentative], answer: undefined });
    },
    write: ({ before, after, reason, too }) =>
      commit({
        actor: { kind: "SYSTEM", mode, name: "register" },
        action: "partners.partner.lapsed",
        reason,
        aggregate: id,
        table: "registry",
        at: now,
        requestId,
        writes: [putPartner(database, after, before)],
        event: eventFor(before, "partner.lapsed", { too }),
      }),
  });
}
