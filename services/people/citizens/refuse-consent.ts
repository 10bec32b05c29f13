import type { Citizen } from "../../kernel/actor.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { err, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type ConsentRequest, type RequestNotAllowedNow, refuseRequest } from "./consent-request.ts";
import { type FindRequestPorts, findConsentRequest } from "./find-consent-request.ts";
import { putConsentRequest } from "./store.ts";
import { DECISIONS_MAX, type Writes } from "./writes.ts";

/** Answers a request with the citizen's no. */
export async function refuseConsent(
  token: string,
  by: { readonly actor: Citizen; readonly now: Instant },
  ports: Writes & FindRequestPorts,
): Promise<Result<ConsentRequest, { readonly code: "NOT_FOUND" } | RequestNotAllowedNow>> {
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
