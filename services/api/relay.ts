import type { Onward } from "../kernel/database/full-page.ts";
import type { Secrets } from "../kernel/process/secrets.ts";
import { badInput } from "./errors.ts";

export const PAGE_SIZE_MAX = 100;

export type Connection<T> = {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

/**
 * The stretch of a list that is read for a page of it: behind the record with this position, and one entry more than
 * the page shows. Whether that one is there tells whether the list goes on; `connection` withholds it.
 */
export type Paging<P> = { readonly first: number; readonly after?: P };

export type PagingArguments = {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
};

/** As many entries as are asked for. Throws BAD_USER_INPUT where no page can have so many. */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= PAGE_SIZE_MAX) return first;
  throw badInput("NOT_A_PAGE_SIZE", { max: String(PAGE_SIZE_MAX) });
}

/**
 * Reads the paging arguments of one list. `list` names the list and whatever else selects its entries (the person,
 * the filters): a cursor holds for that list only.
 */
export function paging<P>(args: PagingArguments, list: string, secrets: Secrets): Paging<P> {
  const wanted = { first: pageSize(args.first ?? 0) + 1 };
  return args.after == null ? wanted : { ...wanted, after: readCursor<P>(args.after, list, secrets) };
}

/**
 * The page of what `paging` had read: `entries` with their positions, in order. `more` says whether the list may go on
 * behind them all the same where they are fewer than were asked for, and from where, if that is not behind the last of
 * them.
 */
export function connection<T, P>(
  entries: readonly { readonly node: T; readonly position: P }[],
  more: Onward<P>,
  { list, first, after }: Paging<P | undefined> & { readonly list: string },
  secrets: Secrets,
): Connection<T> {
  const edges = entries
    .slice(0, first - 1)
    .map(({ node, position }) => ({ node, cursor: writeCursor(position, list, secrets) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: more !== false || entries.length >= first,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor:
        typeof more === "object" ? writeCursor(more.behind, list, secrets) : (edges.at(-1)?.cursor ?? null),
    },
  };
}

/**
 * Sealed: a position may hold a record's own id, by which two partners could find that they know the same person. Each
 * list has its own seal, so that a cursor holds for it alone.
 */
export const writeCursor = (position: unknown, list: string, secrets: Secrets): string =>
  secrets.seal(secrets.sign(list), JSON.stringify(position));

/** The position that a cursor of this list holds. Throws BAD_USER_INPUT for any other text. */
export function readCursor<P>(cursor: string, list: string, secrets: Secrets): P {
  const sealed = secrets.unseal(cursor);
  if (sealed?.reader !== secrets.sign(list)) throw badInput("NOT_A_CURSOR");
  // The seal shows that this is a position which `writeCursor` wrote for this very list.
  return JSON.parse(sealed.id) as P;
}
