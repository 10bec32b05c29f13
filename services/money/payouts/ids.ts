export type PayoutId = `pyo_${string}`;
