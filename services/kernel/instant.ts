/** An instant in UTC as `Date.toISOString` writes it: "2026-06-30T08:00:00.000Z". Compares as text. */
export type Instant = string & { readonly __unit: "instant" };
