import type { Born } from "../../field/legal-capacity.ts";
import type { Citizen, Scope } from "../../kernel/actor.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { newId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { DAY_MS, type Instant, plusMs, type Runtime } from "../../kernel/runtime.ts";
import {
  type Consent,
  type Consents,
  type ConsentView,
  consentAggregate,
  consentEvent,
  grant,
  type TooManyConsents,
  viewOf,
} from "./consent.ts";
import { type ConsentRequest, grantRequest, type NotAnswerable } from "./consent-request.ts";
import { findBorn } from "./find-born.ts";
import { type FindRequestPorts, findConsentRequest } from "./find-consent-request.ts";
import { isMinor, needsGuardianForData } from "./personal-status.ts";
import { getConsents, putConsentRequest, putConsents } from "./store.ts";
import type { Writes } from "./writes.ts";

export type GrantConsentPorts = Writes & FindRequestPorts & { readonly runtime: Pick<Runtime, "random"> };

/** A minor lets nobody apply in their name (民法典, arts. 19, 20), and from 14 on consents alone that data is read. */
const isTooYoungFor = (scopes: readonly Scope[], born: Born | undefined, now: Instant): boolean =>
  needsGuardianForData(born, now) || (scopes.includes("APPLICATIONS_WRITE") && isMinor(born, now));

/** Grants all or part of what was asked: answers the request and adds the consent, in one commit. */
export function grantConsent(
  token: string,
  scopes: readonly Scope[],
  by: { readonly actor: Citizen; readonly now: Instant },
  ports: GrantConsentPorts,
): Promise<
  Result<
    ConsentView,
    { readonly code: "NOT_FOUND" | "CONSENT_OF_GUARDIAN" } | NotAnswerable | TooManyConsents
  >
> {
  const { database, commit, requestId, runtime } = ports;
  const { actor, now } = by;
  return decideUntilWritten({
    database,
    about: "a consent request that was to be granted",
    read: () => findConsentRequest(token, by, ports),
    decide: async (request) => {
      if (!request) return err({ code: "NOT_FOUND" });
      const born = await findBorn({ database, mode: actor.mode }, actor.id);
      if (isTooYoungFor(scopes, born, now)) return err({ code: "CONSENT_OF_GUARDIAN" });
      const granted = grantRequest(request, actor.id, scopes, now);
      if (!granted.ok) return granted;
      const before =
        (await getConsents(database, actor.mode, actor.id, request.partnerId)) ?? noneYet(request, actor);
      const consent: Consent = {
        id: newId("cns", runtime),
        scopes: granted.value.grantedScopes,
        purpose: request.purpose,
        grantedAt: now,
        expiresAt: plusMs(now, request.days * DAY_MS),
      };
      const consents = grant(before, consent, now);
      if (!consents.ok) return consents;
      const answer = viewOf(consents.value, consent);
      const { id, expiresAt } = consent;
      const answered = { ...granted.value, consent: { id, expiresAt } };
      return ok({ before, after: consents.value, request, granted: answered, answer });
    },
    write: ({ after, request, granted, answer }) =>
      commit({
        actor,
        action: "citizens.consent.granted",
        reason: request.purpose,
        aggregate: consentAggregate(after),
        table: recordsTable(actor.mode),
        at: now,
        requestId,
        writes: [
          putConsentRequest(database, granted, request.answer),
          putConsents(database, actor.mode, after),
        ],
        event: consentEvent("consent.granted", after, answer.id, actor),
      }),
  });
}

const noneYet = (request: ConsentRequest, { id }: Citizen): Consents => ({
  citizenId: id,
  partnerId: request.partnerId,
  partnerName: request.partnerName,
  partnerCreditCode: request.partnerCreditCode,
  consents: [],
  revision: 0,
});
