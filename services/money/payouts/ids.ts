export type PayoutId = `pyo_${string}`;

/** The id of a payout, of what its cause has derived for it, so that one cause has one payout. */
export const payoutIdOf = (derived: string): PayoutId => `pyo_${derived}`;
