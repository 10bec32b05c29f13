import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Database } from "../database/database.ts";
import { type Err, err, type Ok, ok, type Result } from "../result.ts";
import { isContended, type Stale } from "./commit.ts";

/** The outcome of a decision on a record: `before` as it was read, undefined where there is none yet, and `after`. */
export type Decision<T = unknown> = {
  readonly before: T | undefined;
  readonly after: T;
  /** The answer to the caller, where that is not `after`. */
  readonly answer?: unknown;
};

/** Nothing is to be written: what was asked for stands already, or it is not time yet. */
export type Unchanged<A> = { readonly unchanged: A };

/** A decision that writes nothing, for example because the same call has been answered before. */
export function unchanged<const O extends Result<unknown, unknown>>(answer: O): UnchangedOf<O>;
export function unchanged(answer: Result<unknown, unknown>): Result<Unchanged<unknown>, unknown> {
  return answer.ok ? ok({ unchanged: answer.value }) : answer;
}

type UnchangedOf<O> = O extends Ok<infer A> ? Ok<Unchanged<A>> : O;

/** The record that stood, and the one that a pure decision makes of it. */
export function changeFrom<T, O extends Result<T, unknown>>(before: T, after: O): ChangeOf<T, O>;
export function changeFrom<T>(before: T, after: Result<T, unknown>): Result<Decision<T>, unknown> {
  return after.ok ? ok({ before, after: after.value }) : after;
}

type ChangeOf<T, O> = O extends Ok<infer A> ? Ok<{ readonly before: T; readonly after: A }> : O;

/** The records read do not belong together, or were overtaken in a way that no condition tells: they are read again. */
export const STALE: Err<Stale> = err({ code: "STALE", writes: [] });

/**
 * A refusal, unless the very thing that is asked for is there by now: the same call, sent twice, has made it since it was
 * looked for, and it may be what is in the way. It is decided anew then.
 */
export async function unlessThere<E>(
  database: Pick<Database, "forget">,
  refusal: Err<E>,
  find: () => Promise<unknown>,
): Promise<Err<E> | Err<Stale>> {
  database.forget();
  return (await find()) ? STALE : refusal;
}

type Outcome = Result<Decision | Unchanged<unknown>, Refusal>;
type Written = Result<unknown, Refusal>;
type Refusal = { readonly code: string };

type ValueOf<O> = O extends Ok<infer V> ? V : never;
type RefusalOf<O> = O extends Err<infer E extends Refusal> ? Exclude<E, Stale> : never;
type AnswerOf<D> =
  D extends Unchanged<infer A>
    ? A
    : D extends { readonly answer: infer A }
      ? A
      : D extends { readonly after: infer T }
        ? T
        : never;

/** The steps of a change whose record others may change at the same time. */
export type Steps<F, O extends Outcome, W extends Promise<Written>> = {
  readonly database: Pick<Database, "forget">;
  /** Names the fault if it never comes to an end, for example "card card_123". */
  readonly about: string;
  /** All that is decided on. Each time it is read as it stands then. */
  readonly read: () => Promise<F>;
  /**
   * The same as the caller has just read or written it: it is decided on first, and only what is written over it counts.
   * Where nothing comes of it, or it is no longer so, it is read.
   */
  readonly known?: NoInfer<F> | undefined;
  /** Its refusal is the outcome, and so is what is `unchanged`. */
  readonly decide: (found: F) => O | Promise<O>;
  /** One commit over exactly what was decided on. A refusal of its own is the outcome; STALE: others were faster. */
  readonly write: (decision: Extract<ValueOf<O>, Decision>) => W;
  readonly attemptsMax?: number;
  /** The outcome where all attempts were overtaken, which is a fault without it: many callers can cause it alone. */
  readonly overtaken?: NoInfer<Awaited<W>>;
};

/** Many meet in one record at once: a phone sends ten materials of one case. */
export const ATTEMPTS_MAX = 12;
export const PAUSE_MS = 4;
export const PAUSE_MS_MAX = 200;

/** The ports that the pause between two attempts takes from outside. */
export type Pause = {
  /** From 0 to less than 1. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
};

const PAUSE: Pause = { random: Math.random, sleep: setTimeout };

/**
 * Decides on what stands and writes what comes of it over exactly that; where somebody else was faster it decides anew on
 * what they left, so that of two who ask for the same one is refused. Each attempt reads afresh, and not what an earlier
 * field of the same request has read. A decision that changes nothing is not written, so that what is asked every
 * minute does not grow an audit trail. Between two attempts it waits with full jitter, so that those who met once do not
 * meet again. Throws where `attemptsMax` attempts were all overtaken, unless `overtaken` says what is answered then.
 *
 * By hand, and not by `cockatiel`, which repeats one and the same call: what is tried here is another change each time,
 * the guards are what matters, and beside them it would save one line. No test could set its jitter.
 */
export async function decideUntilWritten<F, O extends Outcome, W extends Promise<Written>>(
  steps: Steps<F, O, W>,
  pause?: Pause,
): Promise<Result<AnswerOf<ValueOf<O>>, RefusalOf<O> | RefusalOf<Awaited<W>>>>;
export async function decideUntilWritten<F>(
  { database, about, read, known, decide, write, overtaken, attemptsMax = ATTEMPTS_MAX }: AnySteps<F>,
  { random, sleep }: Pause = PAUSE,
): Promise<Result<unknown, Refusal>> {
  if (known !== undefined) {
    const decided = await decide(known);
    if (decided.ok && isChange(decided.value)) {
      const done = await outcomeOf(decided.value, write);
      if (done.ok || done.error.code !== STALE.error.code) return done;
    }
  }
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    if (attempt > 1) await sleep(random() * Math.min(PAUSE_MS * 2 ** (attempt - 1), PAUSE_MS_MAX));
    database.forget();
    const decided = await decide(await read());
    const done = decided.ok ? await outcomeOf(decided.value, write) : decided;
    if (done.ok || done.error.code !== STALE.error.code) return done;
  }
  if (overtaken) return overtaken;
  throw new Error(`${about} changed ${attemptsMax} times while it was decided on`);
}

/** `write` as a method, so that one which takes exactly what its `decide` makes is one of these. */
type AnySteps<F> = Omit<Steps<F, Outcome, Promise<Written>>, "write"> & {
  write(decision: Decision): Promise<Written>;
};

const isChange = (decision: Decision | Unchanged<unknown>): decision is Decision =>
  !("unchanged" in decision) && !isDeepStrictEqual(decision.before, decision.after);

async function outcomeOf(
  decision: Decision | Unchanged<unknown>,
  write: AnySteps<unknown>["write"],
): Promise<Result<unknown, Refusal>> {
  if ("unchanged" in decision) return ok(decision.unchanged);
  const answer = "answer" in decision ? decision.answer : decision.after;
  if (!isChange(decision)) return ok(answer);
  const written = await write(decision).catch(staleIfContended);
  return written.ok ? ok(answer) : written;
}

/** Those who were at the same record meanwhile have changed what was decided on. */
function staleIfContended(fault: unknown): Err<Stale> {
  if (isContended(fault)) return STALE;
  throw fault;
}
