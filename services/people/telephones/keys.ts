import { key } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";

/**
 * Telephones, in `records` (one table for each mode).
 * | access pattern            | key                               |
 * | ------------------------- | --------------------------------- |
 * | the telephone of a person | pk = citizen id, sk = `telephone` |
 */
export const telephoneKeys = {
  telephone: (citizen: CitizenId) => key(citizen, "telephone"),
} as const;
