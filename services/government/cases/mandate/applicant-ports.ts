import { actorAs, type Context } from "../../../api/context.ts";
import { consentRequired } from "../../../api/errors.ts";
import { scopesMissing } from "../../../api/forbidden.ts";
import { namedBy } from "../../../api/personal-id.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { commitIn } from "./attended-commit.ts";
import type { ApplicantPorts } from "./change-own-case.ts";
import { findActing, NEEDED_SCOPES, type NotActing } from "./mandate.ts";

type NamedIn = {
  readonly attendance?: string | null | undefined;
  /** A partner's own reference of a person. */
  readonly reference?: string | null | undefined;
  readonly person?: CitizenId | undefined;
};

/**
 * The ports of the party as which the caller acts in a case. Throws CONSENT_REQUIRED, or FORBIDDEN with the scopes that
 * are missing, as reading under a consent does.
 */
export async function applicantPorts(
  context: Context,
  { attendance, reference, person }: NamedIn,
): Promise<Result<ApplicantPorts, Extract<NotActing, { code: `ATTENDANCE_${string}` }>>> {
  const { database, commit, now, requestId, log, consents, secrets } = context;
  const actor = actorAs(context, "CITIZEN", "OFFICER", "PARTNER");
  const ports = { database, commit, mode: actor.mode, actor, now, requestId, log };
  const named = { attendance: attendance ?? undefined, reference: reference ?? undefined, person };
  const acting = await findActing({ ...ports, consents, secrets }, named);
  if (acting.ok) {
    const { value } = acting;
    const clerks = value.kind === "CLERK" ? { commit: commitIn(ports, value.attendance) } : {};
    return ok({ ...ports, ...clerks, acting: value });
  }
  const { error } = acting;
  if (error.code === "CONSENT_REQUIRED") throw consentRequired();
  if (error.code === "SCOPES_MISSING") throw scopesMissing(NEEDED_SCOPES, actor, error.granted);
  return err(error);
}

/** A case's own id, and the person whose case it is where the id was sealed for a partner. */
export function caseBehind(id: string, context: Context) {
  const named = context.actor.kind === "PARTNER" ? namedBy(id, context) : undefined;
  return { record: named?.record ?? id, person: named?.citizen };
}
