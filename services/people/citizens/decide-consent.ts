import type { Citizen, Scope } from "../../kernel/actor.ts";
import type { Event } from "../../kernel/commit/event.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { type ConsentId, newId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { DAY_MS, type Instant, plusMs, type Runtime } from "../../kernel/runtime.ts";
import { type Consent, type Consents, grant, type TooManyConsents } from "./consent.ts";
import { type ConsentRequest, grantRequest, type NotAnswerable, refuseRequest } from "./consent-request.ts";
import { isTokenOf, requestIdOf } from "./consent-token.ts";
import { getConsentRequest, getConsents, putConsentRequest, putConsents } from "./store.ts";
import { DECISIONS_MAX, type Writes } from "./writes.ts";

export type DecideConsentPorts = Writes & {
  readonly runtime: Pick<Runtime, "random">;
  readonly secrets: Secrets;
};
type By = { readonly actor: Citizen; readonly now: Instant };
type NotFound = { readonly code: "NOT_FOUND" };

/** The request behind a link's token; a wrong token is answered as one that never was. */
export async function findConsentRequest(
  token: string,
  { actor }: Pick<By, "actor">,
  { database, secrets }: Pick<DecideConsentPorts, "database" | "secrets">,
): Promise<ConsentRequest | undefined> {
  const id = requestIdOf(token);
  const request = id && (await getConsentRequest(database, actor.mode, id));
  if (!request || !isTokenOf(token, request.tokenHash, secrets)) return undefined;
  // Answered by somebody else: their answer is not this citizen's business.
  return request.citizenId && request.citizenId !== actor.id ? undefined : request;
}

export type Granted = { readonly consents: Consents; readonly consent: Consent };

/** Grants all or part of what was asked: answers the request and adds the consent, in one commit. */
export async function grantConsent(
  token: string,
  scopes: readonly Scope[],
  by: By,
  ports: DecideConsentPorts,
): Promise<Result<Granted, NotFound | NotAnswerable | TooManyConsents>> {
  const { database, commit, requestId, runtime } = ports;
  const { actor, now } = by;
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const request = await findConsentRequest(token, by, ports);
    if (!request) return err({ code: "NOT_FOUND" });
    const granted = grantRequest(request, actor.id, scopes, now);
    if (!granted.ok) return granted;
    const before =
      (await getConsents(database, actor.mode, actor.id, request.partnerId)) ?? none(request, actor);
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
    if (committed.ok) return ok({ consents: consents.value, consent });
  }
  throw new Error("a consent changed again and again while it was being granted");
}

/** The citizen's no. */
export async function refuseConsent(
  token: string,
  by: By,
  ports: DecideConsentPorts,
): Promise<Result<ConsentRequest, NotFound | NotAnswerable>> {
  const { database, commit, requestId } = ports;
  const { actor, now } = by;
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const request = await findConsentRequest(token, by, ports);
    if (!request) return err({ code: "NOT_FOUND" });
    const refused = refuseRequest(request, actor.id, now);
    if (!refused.ok) return refused;
    const committed = await commit({
      actor,
      action: "citizens.consent-request.refused",
      aggregate: request.id,
      table: recordsTable(actor.mode),
      at: now,
      requestId,
      writes: [putConsentRequest(database, refused.value, request.answer)],
    });
    if (committed.ok) return refused;
  }
  throw new Error("a consent request changed again and again while it was being refused");
}

/** What one citizen allows one partner has one history. */
export const consentAggregate = ({
  citizenId,
  partnerId,
}: Pick<Consents, "citizenId" | "partnerId">): string => `consents:${citizenId}:${partnerId}`;

/** Tells the citizen what was decided in their name, who may not have been the one at the keyboard. */
export const consentEvent = (
  type: "consent.granted" | "consent.revoked",
  { partnerId }: Pick<Consents, "partnerId">,
  about: ConsentId,
  { id, mode }: Citizen,
): Event => ({ type, to: [id], mode, payload: { about, partnerId } });

const none = (request: ConsentRequest, { id }: Citizen): Consents => ({
  citizenId: id,
  partnerId: request.partnerId,
  partnerName: request.partnerName,
  partnerCreditCode: request.partnerCreditCode,
  consents: [],
  revision: 0,
});
