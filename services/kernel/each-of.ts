import { nameFault } from "./fault.ts";

/** So many are done at once. */
const AT_ONCE = 16;

/** Does a few at once, and answers in their order. */
export async function eachOf<T, R>(all: readonly T[], one: (each: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (let i = 0; i < all.length; i += AT_ONCE) {
    done.push(...(await Promise.all(all.slice(i, i + AT_ONCE).map(one))));
  }
  return done;
}

/**
 * Does a few at once, and answers in their order; the next one begins as soon as one of them has ended. For those that
 * take turns of different lengths and have read already what they share: those of `eachOf` read together.
 */
export async function eachInTurn<T, R>(
  all: readonly T[],
  one: (each: T) => Promise<R>,
): Promise<readonly R[]> {
  const done: R[] = [];
  const waiting = [...all.entries()].values();
  let hasFailed = false;
  const work = async (): Promise<void> => {
    for (const [i, each] of waiting) {
      try {
        done[i] = await one(each);
      } catch (fault) {
        // Those under way come to their end; nothing else begins.
        hasFailed = true;
        throw fault;
      }
      if (hasFailed) return;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return done;
}

/**
 * Does each of them though others fail: one that cannot be done keeps no other from its turn. The failures are in
 * `faults`.
 */
export async function eachDespite<T>(
  all: readonly T[],
  one: (each: T) => Promise<void>,
  faults: unknown[],
): Promise<void> {
  await eachOf(all, async (each) => {
    try {
      await one(each);
    } catch (fault) {
      faults.push(fault);
    }
  });
}

/** Faults in one line, under the rule of `nameFault`. */
export const nameFaults = (faults: readonly unknown[]): string =>
  `${faults.length} failed, first: ${nameFault(faults[0])}`;
