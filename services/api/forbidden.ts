import type { Actor, Scope } from "../kernel/actor.ts";
import { type Phrase, PlatformError } from "./errors.ts";
import type { Requirement } from "./requirement.ts";

/**
 * The refusal of what is not for this caller. It says for whom it is: to a caller of a kind that may come, what such a
 * caller needs; to others, which kinds may, and with what.
 */
export function forbidden(
  requirement: Requirement,
  actor: Actor,
  grantedScopes: readonly Scope[],
): PlatformError {
  const { to, scopes: requiredScopes, roles: requiredRoles } = requirement;
  const kinds = to.includes(actor.kind) ? [actor.kind] : to;
  return new PlatformError(
    "FORBIDDEN",
    "FORBIDDEN",
    { callers: kinds.map((kind) => callersOf(kind, requirement)) },
    to.includes(actor.kind)
      ? actor.kind === "OFFICER"
        ? { requiredRoles, grantedRoles: actor.roles }
        : { requiredScopes, grantedScopes }
      : { allowedCallers: to },
  );
}

/** The refusal of what a partner's key or a person's consent lacks the scopes for. */
export const scopesMissing = (required: readonly Scope[], actor: Actor, granted: readonly Scope[]) =>
  forbidden({ to: ["PARTNER"], scopes: required, roles: [] }, actor, granted);

/** The refusal of a list or hall that is not in an officer's jurisdiction. */
export const outsideJurisdiction = (): PlatformError =>
  new PlatformError("FORBIDDEN", "OUTSIDE_JURISDICTION");

function callersOf(kind: Actor["kind"], { scopes, roles }: Requirement): Phrase {
  switch (kind) {
    case "ANONYMOUS":
      return { reason: "CALLERS_ANONYMOUS" };
    case "CITIZEN":
      return { reason: "CALLERS_CITIZENS" };
    case "OFFICER":
      return roles.length > 0
        ? { reason: "CALLERS_OFFICERS_WITH", values: { roles: roles.join(" / ") } }
        : { reason: "CALLERS_OFFICERS" };
    case "PARTNER":
      return scopes.length > 0
        ? { reason: "CALLERS_PARTNERS_WITH", values: { scopes: scopes.join(" + ") } }
        : { reason: "CALLERS_PARTNERS" };
  }
}
