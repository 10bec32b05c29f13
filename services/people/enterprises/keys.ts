import type { CreditCode } from "../../field/credit-code.ts";
import { type Subject, subjectKey } from "../../field/subject.ts";
import { key } from "../../kernel/database/tables.ts";
import type { AuthorityId, CitizenId } from "../../kernel/ids.ts";

/**
 * Enterprises and authorities, in `records` (one table for each mode).
 * | access pattern                          | key                                                    |
 * | --------------------------------------- | ------------------------------------------------------ |
 * | an enterprise                           | pk = `enterprise#{credit code}`, sk = `enterprise`     |
 * | what a principal allowed one agent      | pk = citizen id or `enterprise#{credit code}`, sk = `authority#{agent}` |
 * | all that a principal allowed anybody    | the same pk, sk begins with `authority#`               |
 * | for whom a citizen may have to act      | pk = citizen id, sk = `acts-for#{principal}`           |
 * | when an authority to bind an enterprise ends | pk = authority id, sk = `end`                      |
 * | those whose term is over, by time       | index1: pk = `authority-ends`, sk = time + id          |
 */
export const enterpriseKeys = {
  enterprise: (code: CreditCode) => key(`enterprise#${code}`, "enterprise"),
  authorities: (principal: Subject, agent: CitizenId) => key(subjectKey(principal), `authority#${agent}`),
  allAuthorities: { skPrefix: "authority#" },
  end: (id: AuthorityId) => key(id, "end"),
  ends: "authority-ends",
  actsFor: (citizen: CitizenId, principal: Subject) => key(citizen, `acts-for#${subjectKey(principal)}`),
  allActsFor: { skPrefix: "acts-for#" },
} as const;
