/** What of the platform's own records stands for a material, as an item names it. */
export const HELD_RECORDS = [
  "HOUSING_FUND_ACCOUNT",
  "HOUSING_FUND_CONTRIBUTIONS",
  "HOUSING_FUND_LOANS",
] as const;
export type HeldRecord = (typeof HELD_RECORDS)[number];
