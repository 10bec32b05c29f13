export { deliverEvents, type Receive } from "./deliver-events.ts";
export { type DeadLetter, listDeadLetters, retryDeadLetters } from "./retry-dead-letters.ts";
