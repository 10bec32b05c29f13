import type { Author, Partner } from "../../kernel/actor.ts";
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
import { putRequestOfPartner } from "./request-list-store.ts";
import { getConsentRequest, putConsentRequest } from "./store.ts";
import type { Writes } from "./writes.ts";

export type RequestConsentPorts = Writes & {
  readonly runtime: Pick<Runtime, "random">;
  readonly secrets: Pick<Secrets, "issuedSecret" | "mac">;
};

export type RequestRefusal = InvalidAsked | NotShownAgain;
type Requested = { readonly token: string; readonly request: ConsentRequest };

/** The partner in whose name a citizen is asked, and the scopes that it may ask for. */
type Asker = Pick<Partner, "id" | "mode" | "name" | "creditCode" | "scopes">;
type By = { readonly actor: Author; readonly asker: Asker; readonly now: Instant };

/** A partner asks by its own key. Errors: as `requestConsentFor`. */
export const requestConsent = (
  idempotencyKey: string,
  wish: Asked,
  { actor, now }: { readonly actor: Partner; readonly now: Instant },
  ports: RequestConsentPorts,
): Promise<Result<Requested, RequestRefusal>> =>
  requestConsentFor(idempotencyKey, wish, { actor, asker: actor, now }, ports);

/**
 * Makes a request and the one copy of its token, which the same idempotency key shows again for ten minutes. Errors:
 * what `checkAsked` and `beginIssue` name.
 */
export async function requestConsentFor(
  idempotencyKey: string,
  wish: Asked,
  by: By,
  ports: RequestConsentPorts,
): Promise<Result<Requested, RequestRefusal>> {
  const { actor, asker, now } = by;
  const { database, commit, requestId, runtime, secrets } = ports;
  const table = recordsTable(asker.mode);
  const asked = { operation: "requestConsent", idempotencyKey, input: inputOf(wish, by) };
  return decideUntilWritten({
    database,
    about: "what an idempotency key has requested",
    read: () => beginIssue({ database, table, actor, now, runtime, secrets }, asked),
    decide: async (issue) => {
      if (!issue.ok) return issue;
      const { secret } = issue.value;
      if (!issue.value.isNew) return unchanged(ok(await shownAgain(issue.value.about, secret, by, ports)));
      const checked = checkAsked(wish, asker.scopes);
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
        writes: [
          putConsentRequest(database, after, undefined),
          putRequestOfPartner(database, after),
          ...writes,
        ],
      }),
  });
}

async function shownAgain(
  about: string,
  secret: string,
  { asker }: By,
  { database, secrets }: RequestConsentPorts,
): Promise<Requested> {
  const request = isId("crq", about) ? await getConsentRequest(database, asker.mode, about) : undefined;
  const token = request && tokenOf(request.id, secret);
  if (!token || !isTokenOf(token, request.tokenHash, secrets)) {
    throw new Error("an issue and its consent request do not belong together");
  }
  return { token, request };
}

type Wanted = Asked & Pick<ConsentRequest, "id" | "tokenHash">;

const requestOf = (wanted: Wanted, { asker, now }: By): ConsentRequest => ({
  ...wanted,
  mode: asker.mode,
  partnerId: asker.id,
  partnerName: asker.name,
  partnerCreditCode: asker.creditCode,
  requestedAt: now,
  answerBy: plusMs(now, ANSWER_WITHIN_MS),
  answer: "NONE",
  grantedScopes: [],
});

/** The one form of what is asked for, whatever the order of scopes. A person may ask for several partners. */
const inputOf = ({ scopes, purpose, days }: Asked, { actor, asker }: By): unknown => [
  ...[[...new Set(scopes)].sort(), purpose.trim(), days],
  ...(actor.kind === "PARTNER" ? [] : [asker.id]),
];
