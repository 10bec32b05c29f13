import type { PartnerId } from "../../kernel/ids.ts";
import type { EnterpriseFollower, FollowPorts } from "../enterprises/index.ts";
import { findRegistration } from "./find-registration.ts";
import { eventFor } from "./partner.ts";
import { lapseReason } from "./register-statement.ts";
import { lapse } from "./renewal.ts";
import { getPartner, listOfEnterprise, putPartner } from "./store.ts";
import { DECISIONS_MAX } from "./writes.ts";

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
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const partner = await getPartner(database, id);
    if (partner?.representativeMode !== mode) return;
    const registration = await findRegistration({ database, now }, partner, partner.representative);
    if (!registration) return;
    const reason = lapseReason(partner, registration);
    if (!reason) return;
    const { legalRepresentative, revision } = registration.enterprise;
    const lapsed = lapse(partner, { reason, revision, at: now });
    if (!lapsed) return;
    const committed = await commit({
      actor: { kind: "SYSTEM", mode, name: "register" },
      action: "partners.partner.lapsed",
      reason,
      aggregate: id,
      table: "registry",
      at: now,
      requestId,
      writes: [putPartner(database, lapsed, partner)],
      event: eventFor(partner, "partner.lapsed", { too: [legalRepresentative] }),
    });
    if (committed.ok) return;
    database.forget();
  }
  throw new Error("a partner changed again and again while it was ended by the register");
}
