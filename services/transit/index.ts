export {
  type Card,
  type CardNumber,
  cardIdOf,
  checkTopUp,
  type HeldCard,
  isCardNumber,
  type TopUpProblem,
} from "./card.ts";
export { checkCard, getCard, getCurrentCard, type TransitStore } from "./card-store.ts";
export type { PricedLeg, Route } from "./find-route.ts";
export type { Line, Station } from "./network.ts";
export type { Operator } from "./operator.ts";
export type { QuotedFare } from "./quote-fare.ts";
