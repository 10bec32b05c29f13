import { HOUR_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";

/** The wrong ends of its holder's number that were stated of one licence, no matter by whom, since the first of this hour. */
export type EndingGuesses = {
  readonly since: Instant;
  readonly count: number;
  /** Its holder was told that no more are heard. */
  readonly told?: true | undefined;
};

/**
 * So many in an hour. A person mistypes; one who guesses has 43,800 a year, of the 341,000 ends that an identity number
 * can have (31 days, 1,000 sequence numbers, 11 check characters).
 */
export const WRONG_ENDINGS_MAX = 5;

/** Until when no end is heard of a licence; undefined where one more is. */
export function deafUntil(guesses: EndingGuesses | undefined, now: Instant): Instant | undefined {
  if (!guesses || guesses.count < WRONG_ENDINGS_MAX) return undefined;
  const end = plusMs(guesses.since, HOUR_MS);
  return now < end ? end : undefined;
}
