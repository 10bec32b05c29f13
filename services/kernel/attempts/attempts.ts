import type { CitizenId, GlobalId, OfficerId, PartnerId } from "../ids.ts";
import { HOUR_MS, type Instant, plusMs } from "../runtime.ts";

/**
 * The things that are guessed: the proof that somebody knows an account, has a card, that a bank account is a person's, or
 * that a licence is shown.
 */
export type Guessed = GlobalId;

export type Guesser = CitizenId | OfficerId | PartnerId;

/** Wrong guesses since the first of this hour: of one caller, by what was guessed; or of one thing, no matter who guessed. */
export type Guesses = {
  readonly since: Instant;
  readonly count: number;
  readonly of: Readonly<Record<string, number>>;
};

export type GuessLimits = {
  /** By one caller in an hour. */
  readonly max: number;
  /** By one caller of one thing in an hour. */
  readonly ofOneMax: number;
};

/** A person mistypes; an officer and a partner ask for many people, and of each no oftener than a person. */
export const GUESS_LIMITS = {
  CITIZEN: { max: 5, ofOneMax: 5 },
  OFFICER: { max: 20, ofOneMax: 5 },
  PARTNER: { max: 100, ofOneMax: 5 },
} as const satisfies Record<string, GuessLimits>;

/** After so many wrong guesses in an hour, no matter who made them, what is guessed answers slowly. */
const SLOW_FROM = 5;
const PAUSE_MS = 125;
const PAUSE_MS_MAX = 1_000;

/** Until when no more guesses of a thing are heard from a caller; undefined where one more is. */
export function closedUntil(
  guesses: Guesses | undefined,
  guessed: Guessed | undefined,
  { max, ofOneMax }: GuessLimits,
  now: Instant,
): Instant | undefined {
  if (!guesses) return undefined;
  const end = plusMs(guesses.since, HOUR_MS);
  const isOver = guesses.count >= max || (guesses.of[nameOf(guessed)] ?? 0) >= ofOneMax;
  return isOver && now < end ? end : undefined;
}

/** How long an answer waits, right or wrong: what strangers guess at is slowed, and never closed to its owner. */
export function pauseMsOf(guesses: Guesses | undefined, now: Instant): number {
  if (!guesses || guesses.count < SLOW_FROM || now >= plusMs(guesses.since, HOUR_MS)) return 0;
  return Math.min(PAUSE_MS * 2 ** (guesses.count - SLOW_FROM), PAUSE_MS_MAX);
}

/** Things that cannot exist are guessed at, too. */
export const nameOf = (guessed: Guessed | undefined): string => guessed ?? "nothing";
