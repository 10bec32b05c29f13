export {
  type Card,
  cardIdOf,
  checkTopUp,
  type HeldCard,
  isCardNumber,
  type TopUpProblem,
} from "./card.ts";
export { checkCard, getCard, getCurrentCard } from "./card-store.ts";
export type { PricedLeg, Route } from "./network/find-route.ts";
export type { Line, Station } from "./network/network.ts";
export type { QuotedFare } from "./network/quote-fare.ts";
export type { Operator } from "./operator.ts";
export { endDueRides } from "./rides/end-due-rides.ts";
export type { Pass } from "./rides/ride.ts";
export type { Trip } from "./rides/trip.ts";
export type { TripFare } from "./rides/trip-fare.ts";
