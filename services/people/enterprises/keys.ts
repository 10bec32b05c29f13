import type { CreditCode } from "../../field/credit-code.ts";
import { type Subject, subjectKey } from "../../field/subject.ts";
import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { AuthorityId } from "./ids.ts";

/** Enterprises and authorities. A principal is a citizen id or `enterprise#{credit code}`. */
export const enterpriseKeys = {
  enterprise: (code: CreditCode) => key(`enterprise#${code}`, "enterprise"),
  authorities: (principal: Subject, agent: CitizenId) => key(subjectKey(principal), `authority#${agent}`),
  allAuthorities: { skPrefix: "authority#" },
  end: (id: AuthorityId) => key(id, "end"),
  ends: "authority-ends",
  actsFor: (citizen: CitizenId, principal: Subject) => key(citizen, `acts-for#${subjectKey(principal)}`),
  allActsFor: { skPrefix: "acts-for#" },
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "records", what: "an enterprise", key: "enterprise#{credit code}, enterprise" },
  { table: "records", what: "what a principal allowed one agent", key: "{principal}, authority#{agent}" },
  { table: "records", what: "all that a principal allowed anybody", key: "{principal}, authority#…" },
  { table: "records", what: "for whom a citizen may have to act", key: "{citizen}, acts-for#{principal}" },
  { table: "records", what: "all for whom a citizen may have to act", key: "{citizen}, acts-for#…" },
  { table: "records", what: "when an authority to bind an enterprise ends", key: "{authority}, end" },
  {
    table: "records",
    what: "those whose term is over, by time",
    key: "authority-ends, {time}#{authority}",
    index: "index1",
  },
] as const satisfies readonly AccessPattern[];
