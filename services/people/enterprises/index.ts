export { listPrincipals, lookUpCapacity, lookUpStanding, representativeOf } from "./look-up-standing.ts";
export { type NoSubject, readSubject, referenceTo } from "./principal-reference.ts";
export type { Standing } from "./standing.ts";
export { getEnterprise } from "./store.ts";
