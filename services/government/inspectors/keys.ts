import { key } from "../../kernel/database/tables.ts";
import type { OfficerId } from "../../kernel/ids.ts";

/**
 * Inspectors, in `records`.
 * | access pattern                    | key                                             |
 * | --------------------------------- | ----------------------------------------------- |
 * | an inspector; a department's roll | pk = `inspectors#{department}`, sk = officer id |
 */
export const inspectorKeys = {
  inspector: (department: string, officer: OfficerId) => key(`inspectors#${department}`, officer),
  roll: (department: string): string => `inspectors#${department}`,
} as const;
