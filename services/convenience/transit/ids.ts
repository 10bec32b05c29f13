export type CardId = `crd_${string}`;
export type TripId = `trp_${string}`;
