import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";
import type { OfficerId } from "../../kernel/ids.ts";

/** Inspectors. */
export const inspectorKeys = {
  inspector: (department: string, officer: OfficerId) => key(`inspectors#${department}`, officer),
  roll: (department: string): string => `inspectors#${department}`,
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "records", what: "an inspector", key: "inspectors#{department}, {officer}" },
  { table: "records", what: "a department's roll", key: "inspectors#{department}" },
] as const satisfies readonly AccessPattern[];
