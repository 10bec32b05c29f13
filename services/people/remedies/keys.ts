import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";

/** Statements about legal remedies: of a region's government, and of departments in a region. */
export const remedyKeys = {
  ofGovernment: (region: string) => key(`remedies#${region}`, "government"),
  ofDepartment: (region: string, department: string) => key(`remedies#${region}`, `department#${department}`),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  {
    table: "registry",
    what: "where a region's government hears of decisions, and in which court they are sued",
    key: "remedies#{region}, government",
  },
  {
    table: "registry",
    what: "the kind and level of a department in a region, for the authority over it",
    key: "remedies#{region}, department#{code}",
  },
] as const satisfies readonly AccessPattern[];
