import type { GlobalId } from "../../kernel/ids.ts";

export type TransferId = `tfr_${string}`;
export type HoldId = `hld_${string}`;

/** The hold that belongs to another record, one for each: it has the record's id under a prefix of its own. */
export const holdIdOf = (record: GlobalId): HoldId => `hld_${record.slice(record.indexOf("_") + 1)}`;
