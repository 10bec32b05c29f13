/** Where a list is read from, and how many entries a page of it has. */
export type From<P> = { readonly first: number; readonly after?: P };

/**
 * The part of a list that was read: its entries for the reader, and where reading goes on; undefined at the list's end.
 */
export type Stretch<E, P> = { readonly entries: readonly E[]; readonly next: P | undefined };

/**
 * Whether a list goes on behind a page: behind the page's last entry, or, where reading ended at its bound, behind this
 * position, up to which nothing else is for the reader.
 */
export type Onward<P> = boolean | { readonly behind: P };

/** A stretch after the first; so a page of one entry does not take a turn for each that is not for its reader. */
const STRETCH = 100;
export const STRETCHES_MAX = 3;

/**
 * A page of a list of which not all is for its reader: reads on until there are `first` entries, or the list ends, or
 * so many stretches are read as one request may. Then the page has fewer, none even, and says where reading goes on.
 */
export async function fullPage<E, P>(
  { first, after }: From<P>,
  read: (from: From<P>) => Promise<Stretch<E, P>>,
  stretchesMax = STRETCHES_MAX,
): Promise<{ readonly entries: readonly E[]; readonly more: Onward<P> }> {
  const found: E[] = [];
  let from = after;
  for (let stretch = 1; stretch <= stretchesMax; stretch += 1) {
    const size = stretch === 1 ? first : Math.max(first, STRETCH);
    const { entries, next } = await read({ first: size, ...(from === undefined ? {} : { after: from }) });
    found.push(...entries);
    if (found.length > first) return { entries: found.slice(0, first), more: true };
    if (next === undefined) return { entries: found, more: false };
    if (found.length === first) return { entries: found, more: true };
    from = next;
  }
  return { entries: found, more: from === undefined ? false : { behind: from } };
}
