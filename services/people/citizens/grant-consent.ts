import type { Citizen, Scope } from "../../kernel/actor.ts";
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
import { type FindRequestPorts, findConsentRequest } from "./find-consent-request.ts";
import { getConsents, putConsentRequest, putConsents } from "./store.ts";
import { DECISIONS_MAX, type Writes } from "./writes.ts";

export type GrantConsentPorts = Writes & FindRequestPorts & { readonly runtime: Pick<Runtime, "random"> };

/** Grants all or part of what was asked: answers the request and adds the consent, in one commit. */
export async function grantConsent(
  token: string,
  scopes: readonly Scope[],
  by: { readonly actor: Citizen; readonly now: Instant },
  ports: GrantConsentPorts,
): Promise<Result<ConsentView, { readonly code: "NOT_FOUND" } | NotAnswerable | TooManyConsents>> {
  const { database, commit, requestId, runtime } = ports;
  const { actor, now } = by;
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const request = await findConsentRequest(token, by, ports);
    if (!request) return err({ code: "NOT_FOUND" });
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
    const committed = await commit({
      actor,
      action: "citizens.consent.granted",
      reason: request.purpose,
      aggregate: consentAggregate(consents.value),
      table: recordsTable(actor.mode),
      at: now,
      requestId,
      writes: [
        putConsentRequest(database, granted.value, request.answer),
        putConsents(database, actor.mode, consents.value),
      ],
      event: consentEvent("consent.granted", consents.value, consent.id, actor),
    });
    if (committed.ok) return ok(viewOf(consents.value, consent));
  }
  throw new Error("a consent changed again and again while it was being granted");
}

const noneYet = (request: ConsentRequest, { id }: Citizen): Consents => ({
  citizenId: id,
  partnerId: request.partnerId,
  partnerName: request.partnerName,
  partnerCreditCode: request.partnerCreditCode,
  consents: [],
  revision: 0,
});
