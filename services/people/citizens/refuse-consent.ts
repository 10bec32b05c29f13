import type { Citizen } from "../../kernel/actor.ts";
import { changeFrom, decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { err, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type ConsentRequest, type RequestNotAllowedNow, refuseRequest } from "./consent-request.ts";
import { type FindRequestPorts, findConsentRequest } from "./find-consent-request.ts";
import { putConsentRequest } from "./store.ts";
import type { Writes } from "./writes.ts";

/** Answers a request with the citizen's no. */
export function refuseConsent(
  token: string,
  by: { readonly actor: Citizen; readonly now: Instant },
  ports: Writes & FindRequestPorts,
): Promise<Result<ConsentRequest, { readonly code: "NOT_FOUND" } | RequestNotAllowedNow>> {
  const { database, commit, requestId } = ports;
  const { actor, now } = by;
  return decideUntilWritten({
    database,
    about: "a consent request that was to be refused",
    read: () => findConsentRequest(token, by, ports),
    decide: (request) =>
      request ? changeFrom(request, refuseRequest(request, actor.id, now)) : err({ code: "NOT_FOUND" }),
    write: ({ before, after }) =>
      commit({
        actor,
        action: "citizens.consent-request.refused",
        aggregate: after.id,
        table: recordsTable(actor.mode),
        at: now,
        requestId,
        writes: [putConsentRequest(database, after, before.answer)],
      }),
  });
}
