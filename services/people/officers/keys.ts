import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";
import type { OfficerId } from "../../kernel/ids.ts";

/** Officers. One of several departments, or of all, stands in the list of none of them, but in that of `*`. */
export const officerKeys = {
  officer: (officer: OfficerId) => key(officer, "officer"),
  ofDepartment: (department: string): string => `officers#${department}`,
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "registry", what: "an officer", key: "{officer}, officer" },
  {
    table: "registry",
    what: "officers of one department, or (`*`) of several and of all",
    key: "officers#{department}, {officer}",
    index: "index2",
  },
] as const satisfies readonly AccessPattern[];
