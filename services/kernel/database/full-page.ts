/** Where a list is read from, and how many entries a page of it has. */
export type From<P> = { readonly first: number; readonly after?: P };

/** What was read of a list: what of it is for the reader, and where reading goes on; undefined at the list's end. */
export type Stretch<E, P> = { readonly entries: readonly E[]; readonly next: P | undefined };

/**
 * A page of a list of which not all is for its reader: reads on until there are `first` entries, or the list ends. So a
 * page that is not full is the last one, and one that is empty has nothing behind it.
 */
export async function fullPage<E, P>(
  { first, after }: From<P>,
  read: (from: From<P>) => Promise<Stretch<E, P>>,
): Promise<{ readonly entries: readonly E[]; readonly more: boolean }> {
  const found: E[] = [];
  let from = after;
  do {
    const { entries, next } = await read({ first, ...(from === undefined ? {} : { after: from }) });
    found.push(...entries);
    from = next;
  } while (found.length < first && from !== undefined);
  return { entries: found.slice(0, first), more: found.length > first || from !== undefined };
}
