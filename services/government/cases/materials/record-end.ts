export const RECORD_ENDS = [
  ...(["SUSPENDED", "EXPIRED", "CANCELLED", "REVOKED"] as const),
  ...(["ENDED", "SUPERSEDED", "KEY_COMPROMISED", "UNTRUSTED", "UNMAPPED"] as const),
] as const;
/** How a record can come to stand for nothing any more. */
export type RecordEnd = (typeof RECORD_ENDS)[number];
