export type TransferId = `tfr_${string}`;
export type HoldId = `hld_${string}`;
