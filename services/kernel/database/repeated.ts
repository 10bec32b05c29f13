import { handleWhen } from "cockatiel";
import { repeating } from "../repeat.ts";

const ATTEMPTS_MAX = 5;
const BACKOFF_MS = 250;

const THROTTLED = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TransactionCanceledException",
  "TransactionInProgressException",
]);

/** Repeats a call that may be made twice, unless the database has said no for good. A stale record is an answer, no fault. */
export const repeated = repeating({
  on: handleWhen((error) => !isFinal(error)),
  attemptsMax: ATTEMPTS_MAX,
  backoffMs: BACKOFF_MS,
});

const isFinal = (error: unknown): boolean =>
  error instanceof Error && "$fault" in error && error.$fault === "client" && !THROTTLED.has(error.name);
