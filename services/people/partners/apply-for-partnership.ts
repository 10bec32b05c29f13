import type { Citizen } from "../../kernel/actor.ts";
import {
  checkIdempotencyKey,
  fingerprintOf,
  type InvalidIdempotencyKey,
  idempotentId,
} from "../../kernel/commit/idempotency.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import {
  type ApplicationInput,
  apply,
  checkApplication,
  type Invalid,
  isRepresentative,
  type Partner,
} from "./partner.ts";
import { getPartner, putPartner } from "./store.ts";
import type { Writes } from "./writes.ts";

export type IdempotencyMismatch = { readonly code: "IDEMPOTENCY_MISMATCH" };

/**
 * Applies for an enterprise; the actor becomes its representative. Repeated with the same idempotency key and the
 * same application it answers with the same partner, as it is by then. Errors: what `checkApplication` names,
 * IDEMPOTENCY_KEY_INVALID, and IDEMPOTENCY_MISMATCH where the key came with another application.
 */
export async function applyForPartnership(
  idempotencyKey: string,
  input: ApplicationInput,
  { actor, now }: { readonly actor: Citizen; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<Partner, Invalid | InvalidIdempotencyKey | IdempotencyMismatch>> {
  const key = checkIdempotencyKey(idempotencyKey);
  if (!key.ok) return key;
  const application = checkApplication(input);
  if (!application.ok) return application;
  const id = idempotentId("ptn", actor, "applyForPartnership", key.value);
  const fingerprint = fingerprintOf(application.value);
  const outcome = (known: Partner): Result<Partner, IdempotencyMismatch> =>
    known.fingerprint === fingerprint && isRepresentative(known, actor)
      ? ok(known)
      : err({ code: "IDEMPOTENCY_MISMATCH" });

  const known = await getPartner(database, id);
  if (known) return outcome(known);
  const applicant = { id, representative: actor.id, representativeMode: actor.mode, fingerprint };
  const partner = apply(application.value, applicant, now);
  const committed = await commit({
    actor,
    action: "partners.partner.applied",
    aggregate: id,
    table: "registry",
    at: now,
    requestId,
    writes: [putPartner(database, partner, undefined)],
  });
  if (committed.ok) return ok(partner);
  const first = await getPartner(database, id);
  if (!first) throw new Error("a partner vanished after it had been met");
  return outcome(first);
}
