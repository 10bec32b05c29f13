import type { Subject } from "../../field/subject.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Authority } from "./authority.ts";
import type { Enterprise } from "./enterprise.ts";
import type { Principal } from "./look-up-standing.ts";
import type { Standing } from "./standing.ts";

export { listPrincipals, lookUpCapacity, lookUpStanding, representativeOf } from "./look-up-standing.ts";
export { type NoSubject, readSubject, referenceTo } from "./principal-reference.ts";
export type { Standing } from "./standing.ts";
export { getEnterprise } from "./store.ts";

/** An enterprise as the resolvers pass it on: of which mode, and how the caller stands to it. */
export type EnterpriseView = Enterprise & {
  readonly mode: Mode;
  readonly subject: Subject;
  readonly standing?: Standing;
};

/** A person for whom the caller may act. */
export type PrincipalView = {
  readonly subject: Extract<Subject, { kind: "PERSON" }>;
  readonly mode: Mode;
  readonly standing: Standing;
};

/** The enterprise that a partner is, which need not be on record. */
export type OwnEnterprise = {
  readonly subject: Extract<Subject, { kind: "ENTERPRISE" }>;
  readonly name: string;
};

/** An authority with those between whom it stands. */
export type AuthorityView = Authority & { readonly principal: Subject; readonly agent: CitizenId };

/** Somebody for whom a person at a window may act. */
export type Represented = Principal & { readonly agent: CitizenId };
