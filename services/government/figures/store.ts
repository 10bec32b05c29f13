import type { RegionCode } from "../../field/region.ts";
import type { Mode } from "../../kernel/actor.ts";
import { dateAt, type Months, monthOf } from "../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { CASE_COUNTERS, type CaseCounts, type CountedCase } from "./case-counts.ts";
import { levelsOf } from "./figures.ts";
import { FIGURE_SHARDS, type FigureLevel, figureKeys, prefecturesOf } from "./keys.ts";

export type FigureStore = { readonly database: Database; readonly mode: Mode };

/**
 * The writes of a commit so that something counts: a record for each of its levels, none for nothing. They have no
 * condition, so the change that they are written with decides whether they count, and counts once.
 */
export function countWrites(
  { database, mode }: FigureStore,
  counted: CountedCase,
  at: Instant,
  counts: CaseCounts,
): readonly TransactItem[] {
  const named = Object.entries(counts).filter(([, by]) => by !== 0);
  if (named.length === 0) return [];
  const month = monthOf(dateAt(at));
  const shard = figureKeys.ofCase(counted);
  return levelsOf(counted).map((level) => ({
    Update: {
      TableName: database.nameOf(recordsTable(mode)),
      Key: figureKeys.figures(counted.region, level, month, shard),
      UpdateExpression: `ADD ${named.map((_, i) => `#n${i} :n${i}`).join(", ")}`,
      ExpressionAttributeNames: Object.fromEntries(named.map(([name], i) => [`#n${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(named.map(([, by], i) => [`:n${i}`, by])),
    },
  }));
}

export type Selection = {
  readonly region: RegionCode;
  readonly level: FigureLevel;
  readonly months: Months;
};

const SHARDS = Array.from({ length: FIGURE_SHARDS }, (_, shard) => shard);
/** More than a year's records of a prefecture in one shard. */
const PAGE_SIZE = 1_000;
/** So many partitions are asked at once. */
const AT_ONCE = 64;

/**
 * A region's counts, to be summed: of a county a record a shard and month, all in one batch; of a prefecture one query a
 * shard; of a province as many for each of its prefectures, at most some 90. However many cases they are of.
 */
export async function readCounts(store: FigureStore, selection: Selection): Promise<readonly CaseCounts[]> {
  const { region, level, months } = selection;
  const prefectures = prefecturesOf(region);
  if (prefectures.length === 0) {
    const table = recordsTable(store.mode);
    const found = await Promise.all(
      months.all.flatMap((month) =>
        SHARDS.map((shard) => store.database.get(table, figureKeys.figures(region, level, month, shard))),
      ),
    );
    return found.flatMap((record) => (record ? [countsIn(record)] : []));
  }
  const partitions = prefectures.flatMap((four) => SHARDS.map((shard) => figureKeys.partition(four, shard)));
  const counts: CaseCounts[] = [];
  for (let i = 0; i < partitions.length; i += AT_ONCE) {
    const some = partitions.slice(i, i + AT_ONCE);
    counts.push(...(await Promise.all(some.map((pk) => readPartition(store, pk, selection)))).flat());
  }
  return counts;
}

async function readPartition(
  { database, mode }: FigureStore,
  pk: string,
  { level, months: { from, to } }: Selection,
): Promise<readonly CaseCounts[]> {
  const counts: CaseCounts[] = [];
  for (let after: StoredItem | undefined; ; ) {
    const page = await database.query({
      ...{ table: recordsTable(mode), pk, limit: PAGE_SIZE },
      skBetween: figureKeys.months(level, from, to),
      ...(after ? { after } : {}),
    });
    counts.push(...page.items.map(countsIn));
    if (!page.next) return counts;
    after = page.next;
  }
}

const isCounter = (name: string): boolean =>
  CASE_COUNTERS.some((known) => known === name) || /^days\d+$/.test(name);

const countsIn = (record: StoredItem): CaseCounts =>
  Object.fromEntries(
    Object.entries(record).flatMap(([name, by]) =>
      isCounter(name) && typeof by === "number" ? [[name, by]] : [],
    ),
  );
