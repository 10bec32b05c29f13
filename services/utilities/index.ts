export type { Quote } from "./quote-utility.ts";
export type { RatedTier } from "./rating.ts";
export type { HouseholdExtension, Surcharge, Tariff, Tier, TimeOfUse } from "./tariff.ts";
export type { RatingLine } from "./trace.ts";
