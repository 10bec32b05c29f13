import type { Citizen } from "../../kernel/actor.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { fingerprintOf, idempotentId } from "../../kernel/commit/idempotency.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Registration } from "../enterprises/index.ts";
import { type ApplicationInput, checkApplication, type Invalid } from "./application.ts";
import { findRegistration } from "./find-registration.ts";
import { apply, isRepresentative, type Partner } from "./partner.ts";
import { type Backing, isSameName, statementOf } from "./register-statement.ts";
import { getPartner, putPartner, putPartnerOfEnterprise } from "./store.ts";
import type { Writes } from "./writes.ts";

export type IdempotencyMismatch = { readonly code: "IDEMPOTENCY_MISMATCH" };
export type ApplyRefusal = Invalid | IdempotencyMismatch;

/**
 * Applies for an enterprise; the actor, whom the register states as its legal representative or whose authority names
 * PARTNERSHIP, becomes its representative here. The register's statement is kept with it, and its name is the
 * partner's. Repeated with the same idempotency key and the same application it answers with the same partner, as it is
 * by then. Errors: what `checkApplication` and `backingOf` name, NAME_NOT_REGISTERED, and IDEMPOTENCY_MISMATCH
 * where the key came with another application.
 */
export async function applyForPartnership(
  idempotencyKey: string,
  input: ApplicationInput,
  { actor, now }: { readonly actor: Citizen; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<Partner, ApplyRefusal>> {
  const application = checkApplication(input);
  if (!application.ok) return application;
  const id = idempotentId("ptn", actor, "applyForPartnership", idempotencyKey);
  const fingerprint = fingerprintOf(application.value);
  const { creditCode } = application.value;
  const applicant = { id, representative: actor.id, representativeMode: actor.mode, fingerprint };
  return decideUntilWritten({
    database,
    about: `partner ${id}`,
    read: () => getPartner(database, id),
    decide: async (known) => {
      if (known) return unchanged(outcomeOf(known, fingerprint, actor));
      const registration = await findRegistration({ database, now }, { creditCode, ...applicant }, actor.id);
      const backing = backingOf(registration, ["creditCode"]);
      if (!backing.ok) return backing;
      const registered = backing.value.statement.name;
      if (!isSameName(application.value.name, registered))
        return err({ code: "NAME_NOT_REGISTERED", values: { name: registered }, path: ["name"] });
      const partner = apply(application.value, { ...applicant, ...backing.value }, now);
      return ok({ before: undefined, after: partner, guards: registration?.unchanged ?? [] });
    },
    write: ({ after, guards }) =>
      commit({
        actor,
        action: "partners.partner.applied",
        aggregate: id,
        table: "registry",
        at: now,
        requestId,
        writes: [putPartner(database, after, undefined), putPartnerOfEnterprise(database, after), ...guards],
      }),
  });
}

function outcomeOf(
  known: Partner,
  fingerprint: string,
  actor: Citizen,
): Result<Partner, IdempotencyMismatch> {
  return known.fingerprint === fingerprint && isRepresentative(known, actor)
    ? ok(known)
    : err({ code: "IDEMPOTENCY_MISMATCH" });
}

/**
 * The ground on which a person speaks for an enterprise. Errors: an enterprise that is not on record
 * (ENTERPRISE_NOT_ON_RECORD), one that is not in business, and a person who may not bind it (NOT_ENTITLED); `path` is
 * where the input names it.
 */
export function backingOf(
  registration: Registration | undefined,
  path: readonly string[],
): Result<Backing, Invalid> {
  if (!registration) return err({ code: "ENTERPRISE_NOT_ON_RECORD", path });
  const { enterprise, capacity } = registration;
  if (!capacity) return err({ code: "NOT_ENTITLED", path });
  if (enterprise.standing !== "IN_BUSINESS") return err({ code: "ENTERPRISE_NOT_IN_BUSINESS", path });
  return ok({ statement: statementOf(enterprise), capacity });
}
