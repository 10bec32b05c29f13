import { readIdNumber } from "../../field/identity-document.ts";
import { personAs } from "../../field/subject.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText } from "../../kernel/text.ts";
import { agentOf } from "./add-authority.ts";
import { type AuthorityView, REFERENCE_LENGTH, viewOf } from "./authority.ts";
import { authorityEvent } from "./authority-event.ts";
import type { Invalid } from "./enterprise.ts";
import { endStanding } from "./guardianship.ts";
import { type GuardianshipPorts, isOfficersOwn } from "./record-guardianship.ts";
import { getAuthorities, putAuthorities } from "./store.ts";

/** The end of a guardianship before the minor comes of age, as an officer has seen it. */
export type GuardianshipEnd = {
  readonly wardIdNumber: string;
  readonly guardianIdNumber: string;
  /** The decision, or the certificate, that shows it. */
  readonly paper: string;
};

/**
 * Ends a guardianship at once, as an officer has seen it on paper: a court has taken it away, or somebody has died (民法典,
 * arts. 36, 39). Neither guardian nor minor ends one themselves.
 */
export async function endGuardianship(
  ports: Omit<GuardianshipPorts, "parts">,
  { wardIdNumber, guardianIdNumber, paper }: GuardianshipEnd,
): Promise<Result<AuthorityView, Invalid | { readonly code: "GUARDIANSHIP_NOT_FOUND" }>> {
  const { actor, now: at, requestId, mode, database } = ports;
  const ward = readIdNumber(wardIdNumber, dateAt(at), ["wardIdNumber"]);
  if (!ward.ok) return ward;
  const guardian = readIdNumber(guardianIdNumber, dateAt(at), ["guardianIdNumber"]);
  if (!guardian.ok) return guardian;
  const reason = checkText(paper, REFERENCE_LENGTH.min, REFERENCE_LENGTH.max);
  if (!reason.ok) return err({ ...reason.error, path: ["paper"] });
  const parties = { ward: agentOf(ward.value, ports), guardian: agentOf(guardian.value, ports) };
  if (isOfficersOwn(actor, parties)) return err({ code: "OFFICERS_OWN_MATTER", path: ["guardianIdNumber"] });
  const principal = personAs(parties.ward);
  return decideUntilWritten({
    database,
    about: "a guardianship that was to end",
    read: () => getAuthorities(ports, principal, parties.guardian),
    decide: (before) => {
      const ended = before && endStanding(before, at);
      if (!ended) return err({ code: "GUARDIANSHIP_NOT_FOUND" });
      return ok({ before, after: ended.known, one: ended.last, answer: viewOf(ended.known, ended.last) });
    },
    write: async ({ after, one }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: one.id, table: recordsTable(mode) },
        ...{ action: "enterprises.guardianship.ended", reason: reason.value },
        writes: [putAuthorities(ports, after)],
        event: await authorityEvent("guardianship.ended", ports, after, one.id),
      }),
  });
}
