export type { PricedLeg, Route } from "./find-route.ts";
export type { Line, Station } from "./network.ts";
export type { QuotedFare } from "./quote-fare.ts";
