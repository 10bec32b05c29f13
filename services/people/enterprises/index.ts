export { endAuthorities } from "./end-authorities.ts";
export { type Enterprise, enterpriseId } from "./enterprise.ts";
export type { EnterpriseFollower, FollowPorts } from "./enterprise-follower.ts";
export { lookUpRegistration, type Registration } from "./look-up-registration.ts";
export {
  isGuardianOf,
  listGuardians,
  listPrincipals,
  listWards,
  lookUpCapacity,
  lookUpStanding,
  representativeOf,
} from "./look-up-standing.ts";
export { type NoSubject, readSubject, referenceTo } from "./principal-reference.ts";
export { findWard } from "./read-principals.ts";
export { MATTERS, type Standing } from "./standing.ts";
export { getEnterprise } from "./store.ts";
