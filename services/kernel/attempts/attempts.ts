import type { CardId, CitizenId, PartnerId, UtilityAccountId } from "../ids.ts";
import { HOUR_MS, type Instant, plusMs } from "../runtime.ts";

/** What is guessed: the proof that somebody knows an account or has a card. */
export type Guessed = UtilityAccountId | CardId;

/** Who guesses, or what is guessed. */
export type Guesser = CitizenId | PartnerId | Guessed;

/** Wrong guesses by one caller, or of one thing, since the first of this hour. */
export type Guesses = { readonly since: Instant; readonly count: number; readonly revision: number };

/** A person mistypes; a partner asks for many people; what is guessed is so by whoever means it ill. */
export const GUESSES_MAX = { CITIZEN: 5, PARTNER: 100, GUESSED: 5 } as const;

/** Until when no more guesses are heard; undefined where one more is. */
export function closedUntil(guesses: Guesses | undefined, max: number, now: Instant): Instant | undefined {
  if (!guesses || guesses.count < max) return undefined;
  const end = plusMs(guesses.since, HOUR_MS);
  return now < end ? end : undefined;
}

export function countGuess(guesses: Guesses | undefined, now: Instant): Guesses {
  if (!guesses) return { since: now, count: 1, revision: 1 };
  const revision = guesses.revision + 1;
  const isOver = now >= plusMs(guesses.since, HOUR_MS);
  return isOver ? { since: now, count: 1, revision } : { ...guesses, count: guesses.count + 1, revision };
}

/** It was right, and so none to be counted. */
export const takeBackGuess = (guesses: Guesses): Guesses => ({
  ...guesses,
  count: Math.max(0, guesses.count - 1),
  revision: guesses.revision + 1,
});
