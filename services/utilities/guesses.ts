import { HOUR_MS, type Instant, plusMs } from "../platform/runtime.ts";

/** Wrong guesses of accounts by one caller since the first of this hour. */
export type Guesses = { readonly since: Instant; readonly count: number };

/** A person mistypes; a partner asks for many people. */
export const GUESSES_MAX = { CITIZEN: 5, PARTNER: 100 } as const;

/** Until when no more guesses are heard; undefined where one more is. */
export function closedUntil(guesses: Guesses | undefined, max: number, now: Instant): Instant | undefined {
  if (!guesses || guesses.count < max) return undefined;
  const end = plusMs(guesses.since, HOUR_MS);
  return now < end ? end : undefined;
}

export function countGuess(guesses: Guesses | undefined, now: Instant): Guesses {
  const isOver = !guesses || now >= plusMs(guesses.since, HOUR_MS);
  return isOver ? { since: now, count: 1 } : { ...guesses, count: guesses.count + 1 };
}
