import type { CitizenId, KeyId, OfficerId, PartnerId } from "./ids.ts";
import type { Instant } from "./runtime.ts";

/** "test" is the sandbox, with tables of its own. */
export type Mode = "test" | "live";

export const SCOPES = [
  "CONSENT_REQUEST",
  "OWN_ACCOUNTS",
  "BILLS_SUBMIT",
  "BILLS_PAY",
  "PROFILE_READ",
  "HOUSING_FUND_READ",
  "HOUSING_FUND_LOANS_READ",
  "UTILITIES_READ",
  "TRANSIT_OPERATE",
  "TRANSIT_TARIFFS",
  "TRANSIT_TOP_UP",
  "TRANSIT_READ",
  "APPLICATIONS_WRITE",
  "APPLICATIONS_READ",
  "LICENCES_VERIFY",
  "LICENCE_CODES",
] as const;
export type Scope = (typeof SCOPES)[number];

/** Scopes that open a person's data, and so need that person's consent as well. */
export const PERSONAL_SCOPES = SCOPES.filter(
  (scope) => scope.endsWith("_READ") || scope === "LICENCES_VERIFY",
);

/** The uses to which a person can consent: that their data is read, and that applications are made in their name. */
export const CONSENT_SCOPES = SCOPES.filter(
  (scope) => PERSONAL_SCOPES.includes(scope) || scope === "APPLICATIONS_WRITE",
);

export const ROLES = [
  "PARTNER_MANAGER",
  "CATALOGUE_EDITOR",
  "TREASURER",
  "ACCEPTOR",
  "REVIEWER",
  "INSPECTOR",
  "DECIDER",
  "ISSUER",
  "SUPERVISOR",
  "AUDITOR",
  "WINDOW_CLERK",
  "HALL_MANAGER",
  "REGISTRAR",
] as const;
export type Role = (typeof ROLES)[number];

export type Anonymous = { readonly kind: "ANONYMOUS"; readonly mode: "live" };

export type Citizen = { readonly kind: "CITIZEN"; readonly mode: Mode; readonly id: CitizenId };

export type Officer = {
  readonly kind: "OFFICER";
  readonly mode: "live";
  readonly id: OfficerId;
  readonly roles: readonly Role[];
  readonly jurisdiction: {
    /** Region codes begin with this; "" for the whole country. */
    readonly regionPrefix: string;
    /** Department codes; none for all. */
    readonly departments: readonly string[];
  };
  /** The rest of what their sign-in says, and when it was issued; none of an officer whom something else names. */
  readonly signIn?: { readonly name?: string; readonly at: Instant };
  /** The officer as a person: nobody handles what is their own. An officer without one handles no cases. */
  readonly person?: CitizenId;
};

export type Partner = {
  readonly kind: "PARTNER";
  readonly mode: Mode;
  readonly id: PartnerId;
  readonly name: string;
  readonly creditCode: string;
  readonly keyId: KeyId;
  readonly scopes: readonly Scope[];
  readonly keyExpiresAt?: Instant;
};

/** The caller. Made by `authenticate` and nowhere else. */
export type Actor = Anonymous | Citizen | Officer | Partner;

export const ANONYMOUS: Anonymous = { kind: "ANONYMOUS", mode: "live" };

/** The platform itself, where nobody calls it: what a scheduled function finishes. */
export type System = { readonly kind: "SYSTEM"; readonly mode: Mode; readonly name: string };

/** The author of a change. */
export type Author = Actor | System;

/** How an author stands in the audit trail. */
export function actorName(actor: Author): string {
  switch (actor.kind) {
    case "SYSTEM":
      return `system/${actor.name}`;
    case "ANONYMOUS":
      return "anonymous";
    case "CITIZEN":
    case "OFFICER":
      return actor.id;
    case "PARTNER":
      return `${actor.id}/${actor.keyId}`;
  }
}
