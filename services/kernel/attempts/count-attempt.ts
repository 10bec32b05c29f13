import type { Citizen, Partner } from "../actor.ts";
import type { Commit } from "../commit/commit.ts";
import { recordsTable } from "../database/tables.ts";
import type { Result } from "../result.ts";
import { err, ok } from "../result.ts";
import type { Instant } from "../runtime.ts";
import {
  closedUntil,
  countGuess,
  GUESSES_MAX,
  type Guessed,
  type Guesser,
  type Guesses,
  takeBackGuess,
} from "./attempts.ts";
import { type GuessStore, getGuesses, putGuesses } from "./store.ts";

export type GuessPorts = GuessStore & {
  readonly commit: Commit;
  readonly actor: Citizen | Partner;
  readonly now: Instant;
  readonly requestId: string;
};

export type TooManyGuesses = { readonly code: "TOO_MANY_GUESSES"; readonly until: Instant };

/** Guesses at once collide, and each collision lets one of them through. */
const ATTEMPTS_MAX = 30;

/**
 * Counts a guess before it is looked at, by the caller and by what is guessed, so that many at once are no more than one
 * after another; a right one is taken back. Something that does not exist is counted like any other.
 */
export async function countBefore(
  ports: GuessPorts,
  guessed: Guessed | undefined,
): Promise<Result<void, TooManyGuesses>> {
  const { actor, now } = ports;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const counts = await countsOf(ports, guessed);
    const closed = counts.flatMap(({ guesses, max }) => closedUntil(guesses, max, now) ?? []);
    const until = closed.toSorted().at(-1);
    if (until) return err({ code: "TOO_MANY_GUESSES", until });
    const counted = counts.map((count) => ({ ...count, next: countGuess(count.guesses, now) }));
    if (await write(ports, "guesses.counted", counted)) return ok(undefined);
  }
  throw new Error(`the guesses of ${actor.id} changed ${ATTEMPTS_MAX} times meanwhile`);
}

export async function takeBack(ports: GuessPorts, guessed: Guessed): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const counts = await countsOf(ports, guessed);
    const counted = counts.flatMap(({ guesses, ...count }) =>
      guesses ? { ...count, guesses, next: takeBackGuess(guesses) } : [],
    );
    if (await write(ports, "guesses.taken-back", counted)) return;
  }
  throw new Error(`the guesses of ${ports.actor.id} changed ${ATTEMPTS_MAX} times meanwhile`);
}

type Count = { readonly who: Guesser; readonly max: number; readonly guesses: Guesses | undefined };

async function countsOf(ports: GuessPorts, guessed: Guessed | undefined): Promise<readonly Count[]> {
  const { actor } = ports;
  const counted = [
    { who: actor.id, max: GUESSES_MAX[actor.kind] },
    ...(guessed ? [{ who: guessed, max: GUESSES_MAX.GUESSED }] : []),
  ];
  return Promise.all(counted.map(async (each) => ({ ...each, guesses: await getGuesses(ports, each.who) })));
}

async function write(
  ports: GuessPorts,
  action: string,
  counted: readonly (Count & { readonly next: Guesses })[],
): Promise<boolean> {
  const { actor, mode, now: at, requestId } = ports;
  const done = await ports.commit({
    ...{ actor, action, at, requestId, aggregate: `guesses#${actor.id}`, table: recordsTable(mode) },
    writes: counted.map(({ who, next, guesses }) => putGuesses(ports, who, next, guesses)),
  });
  if (!done.ok) ports.database.forget();
  return done.ok;
}
