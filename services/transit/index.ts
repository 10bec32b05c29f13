export {
  type Card,
  cardIdOf,
  checkTopUp,
  type HeldCard,
  isCardNumber,
  type TopUpProblem,
} from "./card.ts";
export { checkCard, getCard, getCurrentCard } from "./card-store.ts";
export { endDueRides } from "./end-due-rides.ts";
export type { PricedLeg, Route } from "./find-route.ts";
export type { Line, Station } from "./network.ts";
export type { Operator } from "./operator.ts";
export type { QuotedFare } from "./quote-fare.ts";
export type { Pass } from "./ride.ts";
export type { Trip } from "./trip.ts";
export type { TripFare } from "./trip-fare.ts";
