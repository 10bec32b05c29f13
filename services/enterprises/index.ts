import type { Mode } from "../platform/actor.ts";
import type { CitizenId } from "../platform/ids.ts";
import type { Subject } from "../platform/subject.ts";
import type { Standing } from "./acting.ts";
import type { Authority } from "./authority.ts";
import type { Enterprise } from "./enterprise.ts";
import type { Principal } from "./look-up-standing.ts";

export type { Standing } from "./acting.ts";
export { listPrincipals, lookUpCapacity, lookUpStanding, representativeOf } from "./look-up-standing.ts";
export { readSubject, referenceTo } from "./principal-reference.ts";
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

/** An authority with those between whom it stands. */
export type AuthorityView = Authority & { readonly principal: Subject; readonly agent: CitizenId };

/** Somebody for whom a person at a window may act. */
export type Represented = Principal & { readonly agent: CitizenId };
