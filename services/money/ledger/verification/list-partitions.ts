import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { INDEX2, type Key, ledgerTable, PK, SK } from "../../../kernel/database/tables.ts";
import { LISTS, ledgerKeys } from "../keys.ts";
import type { Partitions } from "./verification-store.ts";

const PAGE_SIZE = 500;
/** Before and behind every name that may follow another one: names have letters, digits and a few signs. */
const [BEFORE, BEHIND] = [" ", "~"];

/**
 * Some of the partitions that have a checkpoint, or are accounts of one holder, without a look at what was booked: so it
 * costs no more for a long history. Shards of shared accounts that are new stand in neither list; transfers name them. A
 * checkpoint stands for an account whose own record is lost.
 */
export async function listPartitions(
  database: Pick<Database, "query">,
  mode: Mode,
  after: Key = placeIn(0),
): Promise<Partitions> {
  const { pk: list, sk: last } = after;
  const wanted = { limit: PAGE_SIZE, skBetween: [`${last}${BEFORE}`, BEHIND] as const };
  const opened = { table: ledgerTable(mode), pk: ledgerKeys.opened(list), index: INDEX2 };
  const pages = await Promise.all([
    database.query({ ...wanted, table: "registry", pk: ledgerKeys.checkpoints(mode, list) }),
    database.query({ ...wanted, ...opened }),
  ]);
  const lists = pages.map(({ items, next }, i) => ({
    names: items.map((record) => String(record[i === 0 ? SK : PK])),
    upTo: next ? String(next[i === 0 ? SK : INDEX2.sk]) : BEHIND,
  }));
  const upTo = lists.reduce((least, page) => (page.upTo < least ? page.upTo : least), BEHIND);
  const names = new Set(lists.flatMap((page) => page.names).filter((name) => name <= upTo));
  return { partitions: [...names].sort(), next: upTo === BEHIND ? nextList(list) : { pk: list, sk: upTo } };
}

const placeIn = (list: number): Key => ({ pk: LISTS[list] ?? "", sk: "" });

const nextList = (list: string): Key | undefined => {
  const next = LISTS.indexOf(list) + 1;
  return next < LISTS.length ? placeIn(next) : undefined;
};
