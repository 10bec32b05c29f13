export type CardId = `crd_${string}`;
export type TripId = `trp_${string}`;
export type WithholdingId = `wth_${string}`;
