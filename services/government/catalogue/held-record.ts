/**
 * The names of all such records: each service that holds some merges its own into this; the schema's enum holds them
 * all.
 */
// biome-ignore lint/suspicious/noEmptyInterface: each service that holds such records merges their names into this
export interface HeldRecords {}

/** One of the platform's own records that stands for a material, as an item names it. */
export type HeldRecord = keyof HeldRecords;
