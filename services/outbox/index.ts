export { deliverEvents, type Receive, type Sweep } from "./deliver-events.ts";
export { type DeadLetter, listDeadLetters, retryDeadLetters } from "./retry-dead-letters.ts";
