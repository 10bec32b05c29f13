export {
  type Card,
  cardIdOf,
  checkTopUp,
  isCardNumber,
  type TopUpProblem,
} from "./card.ts";
export { checkCard, getCard, getCurrentCard } from "./card-store.ts";
export { endDueRides } from "./rides/end-due-rides.ts";
