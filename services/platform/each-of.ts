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
