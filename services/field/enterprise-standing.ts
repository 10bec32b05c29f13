/**
 * How an enterprise stands in the register (市场主体登记管理条例): in business (存续), closed for a time (歇业, art. 30),
 * its licence revoked (吊销), deregistered (注销), or its registration annulled (撤销登记, art. 40).
 */
export const ENTERPRISE_STANDINGS = [
  "IN_BUSINESS",
  "CLOSED_FOR_A_TIME",
  "LICENCE_REVOKED",
  "DEREGISTERED",
  "ANNULLED",
] as const;
export type EnterpriseStanding = (typeof ENTERPRISE_STANDINGS)[number];
