export type { Quote } from "./quote-utility.ts";
export type { RatedTier } from "./rating.ts";
export type { Tariff, Tier } from "./tariff.ts";
