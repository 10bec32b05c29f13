import { setTimeout as sleep } from "node:timers/promises";
import type { Citizen, Officer, Partner } from "../actor.ts";
import type { Database } from "../database/database.ts";
import { err, ok, type Result } from "../result.ts";
import type { Instant } from "../runtime.ts";
import { closedUntil, GUESS_LIMITS, type Guessed, pauseMsOf } from "./attempts.ts";
import { type GuessStore, getGuesses, raiseGuesses, raiseGuessesOf } from "./store.ts";

export type GuessPorts = GuessStore & {
  readonly actor: Citizen | Officer | Partner;
  readonly now: Instant;
};

export type TooManyGuesses = { readonly code: "TOO_MANY_GUESSES"; readonly until: Instant };

export type GuessRefusal = TooManyGuesses | { readonly code: "WRONG_GUESS" };

/**
 * Hears a guess: `look` answers undefined where it is wrong. Only wrong ones are counted and limited, by the caller; that
 * one was wrong is told only when it stands counted, so that many at once are heard no oftener than one after another. A
 * right one writes nothing, and what many guess at answers slowly but is closed to nobody who has not guessed wrong.
 * Errors: WRONG_GUESS, TOO_MANY_GUESSES.
 */
export function hearGuess<T>(
  ports: GuessPorts,
  guessed: Guessed | undefined,
  look: () => Promise<T | undefined>,
): Promise<Result<T, GuessRefusal>> {
  const before = hearing.get(ports.database) ?? Promise.resolve();
  const heard = before.then(() => hearOne(ports, guessed, look));
  hearing.set(
    ports.database,
    heard.catch(() => undefined),
  );
  return heard;
}

/** The guesses of one request are heard one after another, each after the one before was counted. */
const hearing = new WeakMap<Database, Promise<unknown>>();

async function hearOne<T>(
  ports: GuessPorts,
  guessed: Guessed | undefined,
  look: () => Promise<T | undefined>,
): Promise<Result<T, GuessRefusal>> {
  const { actor, now } = ports;
  const [found, own, ofAll] = await Promise.all([
    look(),
    getGuesses(ports, actor.id),
    guessed && getGuesses(ports, guessed),
  ]);
  const until = closedUntil(own, guessed, GUESS_LIMITS[actor.kind], now);
  if (until) return err({ code: "TOO_MANY_GUESSES", until });
  const pauseMs = pauseMsOf(ofAll, now);
  if (pauseMs > 0) await sleep(pauseMs);
  if (found !== undefined) {
    // Somebody who has guessed wrong may guess in many places at once: it is looked up again whether that was too often.
    const closed = own && (await closedMeanwhile(ports, guessed));
    return closed ? err({ code: "TOO_MANY_GUESSES", until: closed }) : ok(found);
  }
  return err(await countWrong(ports, guessed));
}

/**
 * Counts a wrong guess, also one that others have found wrong: of a caller whose guesses are heard (`closedFor`). The refusal says
 * whether it was one too many.
 */
export async function countWrong(ports: GuessPorts, guessed: Guessed | undefined): Promise<GuessRefusal> {
  const { actor, now } = ports;
  const [isCounted] = await Promise.all([
    raiseGuesses(ports, actor.id, guessed, GUESS_LIMITS[actor.kind], now),
    guessed && raiseGuessesOf(ports, guessed, now),
  ]);
  ports.database.forget();
  if (isCounted) return { code: "WRONG_GUESS" };
  return { code: "TOO_MANY_GUESSES", until: (await closedMeanwhile(ports, guessed)) ?? now };
}

/** Until when no guess of that is heard from the caller; undefined where one more is. */
export const closedFor = async (
  ports: GuessPorts,
  guessed: Guessed | undefined,
): Promise<Instant | undefined> => {
  const { actor, now } = ports;
  return closedUntil(await getGuesses(ports, actor.id), guessed, GUESS_LIMITS[actor.kind], now);
};

function closedMeanwhile(ports: GuessPorts, guessed: Guessed | undefined): Promise<Instant | undefined> {
  ports.database.forget();
  return closedFor(ports, guessed);
}
