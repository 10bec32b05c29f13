export type { QuotedFare } from "./quote-fare.ts";
