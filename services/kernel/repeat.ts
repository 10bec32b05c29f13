import { ExponentialBackoff, fullJitterGenerator, type Policy, type RetryPolicy, retry } from "cockatiel";

type Repeating = {
  /** The errors, and the answers that tell of a fault, after which it is called again. */
  readonly on: Policy;
  readonly attemptsMax: number;
  /** At most so long before the second attempt, twice that before the third. */
  readonly backoffMs: number;
};

/** Repeats one and the same call, with full jitter. Nothing is decided between the attempts. */
export const repeating = ({ on, attemptsMax, backoffMs }: Repeating): RetryPolicy =>
  retry(on, {
    maxAttempts: attemptsMax - 1,
    backoff: new ExponentialBackoff({ generator: fullJitterGenerator, initialDelay: backoffMs }),
  });
