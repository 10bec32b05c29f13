import { createHash } from "node:crypto";

const digestOf = (...texts: readonly string[]): string =>
  createHash("sha256").update(texts.join("\n")).digest("hex");

/** The digest that is published of a seed before the seed itself is, so that nobody can put another in its place. */
export const seedDigest = (seed: string): string => digestOf(seed);

/** The digest that is published of all that could have been drawn: SHA-256 of their numbers in order, one a line. */
export const frameDigest = (numbers: readonly string[]): string => digestOf(...[...numbers].sort());

/**
 * Puts things in the order that a seed gives them: by SHA-256 of seed, context and name, one a line. Chance as long as
 * nobody knows the seed, and the same for everybody who does, in whatever order the names come.
 */
export function inDrawnOrder<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  seed: string,
  ...context: readonly string[]
): readonly T[] {
  return things
    .map((thing) => ({ thing, rank: digestOf(seed, ...context, nameOf(thing)) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ thing }) => thing);
}

/** The first `count` numbers in the order that the seed gives them. */
export const draw = (numbers: readonly string[], count: number, seed: string): readonly string[] =>
  inDrawnOrder(numbers, (number) => number, seed).slice(0, count);
