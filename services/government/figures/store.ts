import { isRegionCode, type RegionCode } from "../../field/region.ts";
import type { Mode } from "../../kernel/actor.ts";
import { dateAt, type Month, type Months, monthOf } from "../../kernel/civil-date.ts";
import type { RecordedEvent } from "../../kernel/commit/event.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { everyRecord } from "../../kernel/database/every-record.ts";
import { recordsTable, SK } from "../../kernel/database/tables.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type CaseCounts, type CountedCase, isCounter } from "./case-counts.ts";
import { countedIn } from "./event-counts.ts";
import { type Counted, levelsOf } from "./figures.ts";
import { FIGURE_SHARDS, type FigureLevel, figureKeys, prefectureOf, prefecturesOf } from "./keys.ts";

export type FigureStore = { readonly database: Database; readonly mode: Mode };

/** The writes that count what an event says; none for one that counts nothing. */
export function countEvent(
  { counts, mode, at, payload: { about } }: RecordedEvent,
  database: Pick<Database, "nameOf">,
): readonly TransactItem[] {
  const found = counts && countedIn(counts, about);
  return found ? countWrites({ database, mode }, found.counted, at, found.counts) : [];
}

/**
 * The writes so that something counts: a record for each of its levels. They have no condition; the mark of the delivery
 * that they are written with counts once.
 */
export function countWrites(
  { database, mode }: { readonly database: Pick<Database, "nameOf">; readonly mode: Mode },
  counted: CountedCase,
  at: Instant,
  counts: CaseCounts,
): readonly TransactItem[] {
  const named = Object.entries(counts);
  const month = monthOf(dateAt(at));
  const shard = figureKeys.ofCase(counted);
  const {
    region,
    department,
    item: { code: item },
  } = counted;
  const keys = [
    ...levelsOf(counted).map((level) => figureKeys.figures(region, level, month, shard)),
    figureKeys.item(prefectureOf(region), department, item, month, shard),
  ];
  return keys.map((key) => ({
    Update: {
      TableName: database.nameOf(recordsTable(mode)),
      Key: key,
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
/** So many partitions are asked at once. */
const AT_ONCE = 64;

/**
 * A region's counts, to be summed: of a county a record a shard and month, all in one batch; of a prefecture one query a
 * shard; of a province as many for each of its prefectures, at most some 90. However many cases they are of.
 */
export async function readCounts(store: FigureStore, selection: Selection): Promise<readonly Counted[]> {
  const { region, level, months } = selection;
  const prefectures = prefecturesOf(region);
  if (prefectures.length === 0) return readCounty(store, selection);
  const found = await readPartitions(store, prefectures, figureKeys.months(level, months.from, months.to));
  return found.flatMap((record) => {
    const [, , month, counted] = skOf(record).split("#");
    return counted !== undefined && isRegionCode(counted)
      ? [{ month: month as Month, region: counted, counts: countsIn(record) }]
      : [];
  });
}

async function readCounty(
  { database, mode }: FigureStore,
  { region, level, months }: Selection,
): Promise<readonly Counted[]> {
  const table = recordsTable(mode);
  const wanted = months.all.flatMap((month) => SHARDS.map((shard) => ({ month, shard })));
  const found = await Promise.all(
    wanted.map(async ({ month, shard }) => {
      const record = await database.get(table, figureKeys.figures(region, level, month, shard));
      return record ? [{ month, region, counts: countsIn(record) }] : [];
    }),
  );
  return found.flat();
}

/** The counts of an item, to be summed. */
export type CountedItem = { readonly item: string; readonly counts: CaseCounts };

/**
 * The counts of each item of a department in a region: of a prefecture one query a shard, of a county the records of the
 * items that its prefecture has counted, too.
 */
export async function readItemCounts(
  store: FigureStore,
  { region, department, months }: Omit<Selection, "level"> & { readonly department: string },
): Promise<readonly CountedItem[]> {
  const prefectures = prefecturesOf(region);
  const range = figureKeys.itemMonths(department, months.from, months.to);
  const of = prefectures.length > 0 ? prefectures : [prefectureOf(region)];
  const found = (await readPartitions(store, of, range)).flatMap((record) => {
    const [, , item] = skOf(record).split("#");
    return item === undefined ? [] : [{ item, counts: countsIn(record) }];
  });
  if (prefectures.length > 0) return found;
  const items = [...new Set(found.map(({ item }) => item))];
  const counted = await Promise.all(
    items.map(async (item) => {
      const counts = await readCounty(store, { region, months, level: { department, item } });
      return counts.map((one) => ({ item, counts: one.counts }));
    }),
  );
  return counted.flat();
}

async function readPartitions(
  { database, mode }: FigureStore,
  prefectures: readonly string[],
  range: readonly [string, string],
): Promise<readonly StoredItem[]> {
  const partitions = prefectures.flatMap((four) => SHARDS.map((shard) => figureKeys.partition(four, shard)));
  const table = recordsTable(mode);
  const found: StoredItem[] = [];
  for (let i = 0; i < partitions.length; i += AT_ONCE) {
    const some = partitions.slice(i, i + AT_ONCE);
    const read = some.map((pk) => everyRecord(database, { table, pk, skBetween: range }));
    found.push(...(await Promise.all(read)).flat());
  }
  return found;
}

const skOf = (record: StoredItem): string => String(record[SK]);

const countsIn = (record: StoredItem): CaseCounts =>
  Object.fromEntries(
    Object.entries(record).flatMap(([name, by]) =>
      isCounter(name) && typeof by === "number" ? [[name, by]] : [],
    ),
  );
