import type { Subject } from "../../field/subject.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Principal } from "./look-up-standing.ts";

export type { AuthorityView } from "./authority.ts";
export { listPrincipals, lookUpCapacity, lookUpStanding, representativeOf } from "./look-up-standing.ts";
export { type NoSubject, readSubject, referenceTo } from "./principal-reference.ts";
export type { EnterpriseView, PrincipalView } from "./read-principals.ts";
export type { Standing } from "./standing.ts";
export { getEnterprise } from "./store.ts";

/** The enterprise that a partner is, which need not be on record. */
export type OwnEnterprise = {
  readonly subject: Extract<Subject, { kind: "ENTERPRISE" }>;
  readonly name: string;
};

/** Somebody for whom a person at a window may act. */
export type Represented = Principal & { readonly agent: CitizenId };
