import { timingSafeEqual } from "node:crypto";
import type { Secrets } from "../platform/secrets.ts";
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

/** Where a list goes on: behind the record with this position. */
export type Paging<P> = { readonly first: number; readonly after?: P };

export type PagingArguments = {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
};

/**
 * Reads the paging arguments of one list. `list` names the list and whatever else selects its entries (the person,
 * the filters): a cursor holds for that list only.
 */
export function paging<P>(args: PagingArguments, list: string, secrets: Secrets): Paging<P> {
  const first = args.first ?? 0;
  if (!Number.isInteger(first) || first < 1 || first > PAGE_SIZE_MAX) {
    throw badInput("NOT_A_PAGE_SIZE", { max: String(PAGE_SIZE_MAX) });
  }
  return args.after == null ? { first } : { first, after: readCursor<P>(args.after, list, secrets) };
}

/** `entries` with their positions, in order; `more` says whether the list goes on behind them. */
export function connection<T, P>(
  entries: readonly { readonly node: T; readonly position: P }[],
  more: boolean,
  { list, after }: { readonly list: string; readonly after?: P | undefined },
  secrets: Secrets,
): Connection<T> {
  const edges = entries.map(({ node, position }) => ({ node, cursor: writeCursor(position, list, secrets) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: more,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function writeCursor(position: unknown, list: string, secrets: Secrets): string {
  const body = Buffer.from(JSON.stringify(position)).toString("base64url");
  return `${body}.${secrets.sign(`${list}\n${body}`)}`;
}

function readCursor<P>(cursor: string, list: string, secrets: Secrets): P {
  const [body = "", signature = ""] = cursor.split(".");
  const given = Buffer.from(signature);
  const expected = Buffer.from(secrets.sign(`${list}\n${body}`));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw badInput("NOT_A_CURSOR");
  // The signature shows that this is a position which `writeCursor` wrote for this very list.
  return JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as P;
}
