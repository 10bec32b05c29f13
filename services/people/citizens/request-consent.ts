import type { Partner } from "../../kernel/actor.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId, newId } from "../../kernel/ids.ts";
import { beginIssue, type NotShownAgain } from "../../kernel/issues/index.ts";
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
import { hashToken, isTokenOf, tokenOf } from "./consent-token.ts";
import { getConsentRequest, putConsentRequest } from "./store.ts";
import type { Writes } from "./writes.ts";

export type RequestConsentPorts = Writes & {
  readonly runtime: Pick<Runtime, "random">;
  readonly secrets: Pick<Secrets, "issuedSecret" | "mac">;
};

export type RequestRefusal = InvalidAsked | NotShownAgain;
type Requested = { readonly token: string; readonly request: ConsentRequest };
type By = { readonly actor: Partner; readonly now: Instant };

/**
 * Makes a request and the one copy of its token, which the same idempotency key shows again for ten minutes. Errors:
 * what `checkAsked` and `beginIssue` name.
 */
export async function requestConsent(
  idempotencyKey: string,
  wish: Asked,
  by: By,
  ports: RequestConsentPorts,
): Promise<Result<Requested, RequestRefusal>> {
  const { actor, now } = by;
  const { database, commit, requestId, runtime, secrets } = ports;
  const table = recordsTable(actor.mode);
  const asked = { operation: "requestConsent", idempotencyKey, input: inputOf(wish) };
  return decideUntilWritten({
    database,
    about: "what an idempotency key has requested",
    read: () => beginIssue({ database, table, actor, now, runtime, secrets }, asked),
    decide: async (issue) => {
      if (!issue.ok) return issue;
      const { secret } = issue.value;
      if (!issue.value.isNew) return unchanged(ok(await shownAgain(issue.value.about, secret, by, ports)));
      const checked = checkAsked(wish, actor.scopes);
      if (!checked.ok) return checked;
      const id = newId("crq", runtime);
      const token = tokenOf(id, secret);
      const request = requestOf({ ...checked.value, id, tokenHash: hashToken(token, secrets) }, by);
      const { writes } = issue.value;
      return ok({ before: undefined, after: request, writes: writes(id), answer: { token, request } });
    },
    write: ({ after, writes }) =>
      commit({
        actor,
        action: "citizens.consent-request.created",
        aggregate: after.id,
        table,
        at: now,
        requestId,
        writes: [putConsentRequest(database, after, undefined), ...writes],
      }),
  });
}

async function shownAgain(
  about: string,
  secret: string,
  { actor }: By,
  { database, secrets }: RequestConsentPorts,
): Promise<Requested> {
  const request = isId("crq", about) ? await getConsentRequest(database, actor.mode, about) : undefined;
  const token = request && tokenOf(request.id, secret);
  if (!token || !isTokenOf(token, request.tokenHash, secrets)) {
    throw new Error("an issue and its consent request do not belong together");
  }
  return { token, request };
}

type Wanted = Asked & Pick<ConsentRequest, "id" | "tokenHash">;

const requestOf = (wanted: Wanted, { actor, now }: By): ConsentRequest => ({
  ...wanted,
  mode: actor.mode,
  partnerId: actor.id,
  partnerName: actor.name,
  partnerCreditCode: actor.creditCode,
  requestedAt: now,
  answerBy: plusMs(now, ANSWER_WITHIN_MS),
  answer: "NONE",
  grantedScopes: [],
});

/** The one form of what is asked for, whatever the order of scopes. */
const inputOf = ({ scopes, purpose, days }: Asked): unknown => [
  [...new Set(scopes)].sort(),
  purpose.trim(),
  days,
];
