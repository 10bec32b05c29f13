import { createHash } from "node:crypto";

/** Numbers that look random and are the same for the same seed, on every machine. */
export type Random = {
  /** A whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number;
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(values: readonly [T, ...T[]]) => T;
};

const WORD = 2 ** 32;

/** The generator sfc32 (Chris Doty-Humphrey, PractRand), its state taken from a hash of the seed. */
export function randomOf(seed: string): Random {
  const state = createHash("sha256").update(seed).digest();
  let a = state.readUInt32LE(0);
  let b = state.readUInt32LE(4);
  let c = state.readUInt32LE(8);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  const int = (min: number, max: number): number => min + Math.floor((next() / WORD) * (max - min + 1));
  return {
    int,
    chance: (percent) => int(1, 100) <= percent,
    pick: (values) => values[int(0, values.length - 1)] ?? values[0],
  };
}
