import type { Partner } from "../../kernel/actor.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { newId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type Instant, plusMs, type Runtime } from "../../kernel/runtime.ts";
import {
  ANSWER_WITHIN_MS,
  type Asked,
  type ConsentRequest,
  checkAsked,
  type InvalidAsked,
} from "./consent-request.ts";
import { newToken } from "./consent-token.ts";
import { putConsentRequest } from "./store.ts";
import type { Writes } from "./writes.ts";

export type RequestConsentPorts = Writes & {
  readonly runtime: Pick<Runtime, "random">;
  readonly secrets: Secrets;
};

/** Makes a request and the one copy of its token. Errors: what `checkAsked` names. */
export async function requestConsent(
  asked: Asked,
  { actor, now }: { readonly actor: Partner; readonly now: Instant },
  { database, commit, requestId, runtime, secrets }: RequestConsentPorts,
): Promise<Result<{ readonly token: string; readonly request: ConsentRequest }, InvalidAsked>> {
  const checked = checkAsked(asked, actor.scopes);
  if (!checked.ok) return checked;
  const id = newId("crq", runtime);
  const token = newToken(id, runtime);
  const request: ConsentRequest = {
    ...checked.value,
    id,
    mode: actor.mode,
    partnerId: actor.id,
    partnerName: actor.name,
    partnerCreditCode: actor.creditCode,
    requestedAt: now,
    answerBy: plusMs(now, ANSWER_WITHIN_MS),
    tokenHash: secrets.hashLinkToken(token),
    answer: "NONE",
    grantedScopes: [],
  };
  const committed = await commit({
    actor,
    action: "citizens.consent-request.created",
    aggregate: id,
    table: recordsTable(actor.mode),
    at: now,
    requestId,
    writes: [putConsentRequest(database, request, undefined)],
  });
  if (!committed.ok) throw new Error("a new consent request met another with its id");
  return ok({ token, request });
}
