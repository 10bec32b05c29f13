import { isRegionCode, type RegionCode } from "../../field/region.ts";
import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { shardOf } from "../../kernel/database/shard.ts";
import { type Key, key } from "../../kernel/database/tables.ts";

/**
 * The counts of one prefecture are spread over so many partitions by case, and summed on read: room for a thousand
 * changes of cases a second in each, and a province is still read in under a hundred calls.
 */
export const FIGURE_SHARDS = 4;

/** Stands for all departments, or all items of one. */
const ALL = "*";

export type FigureLevel = {
  readonly department?: string | undefined;
  readonly item?: string | undefined;
  /** PILOT counts those of an item's cases that began while it was in pilot; the others are the total without them. */
  readonly stage?: "PILOT" | undefined;
};

/** Figures of applications. `*` stands for all departments or items, `{item}/PILOT` for the cases of its pilot. */
export const figureKeys = {
  ofCase: ({ id, region }: { readonly id: string; readonly region: string }): number =>
    shardOf(`${region}#${id}`, FIGURE_SHARDS),
  figures: (region: string, level: FigureLevel, month: string, shard: number): Key =>
    key(figureKeys.partition(prefectureOf(region), shard), `${prefix(level)}#${month}#${region}`),
  partition: (prefecture: string, shard: number): string => `figures#${prefecture}#${shard}`,
  /** First and last sort key of some months, whatever the region. */
  months: (level: FigureLevel, from: string, to: string): readonly [string, string] => [
    `${prefix(level)}#${from}#`,
    `${prefix(level)}#${to}#~`,
  ],
  /** Here the month stands before the item: so a department's items of some months are one range of keys. */
  item: (prefecture: string, department: string, item: string, month: string, shard: number): Key =>
    key(figureKeys.partition(prefecture, shard), `${department}/ITEMS#${month}#${item}`),
  /** First and last sort key of some months, whatever the item. */
  itemMonths: (department: string, from: string, to: string): readonly [string, string] => [
    `${department}/ITEMS#${from}#`,
    `${department}/ITEMS#${to}#~`,
  ],
} as const;

const prefix = ({ department, item, stage }: FigureLevel): string =>
  `${department ?? ALL}#${item ?? ALL}${stage ? `/${stage}` : ""}`;

/** The first four digits of a region: its prefecture. */
export const prefectureOf = (region: string): string => region.slice(0, 4);

/**
 * The prefectures, as the first four digits, that a region's figures are summed from; none for a county, which has its
 * own. A province's counts of its own stand under its first two digits and 00.
 */
export function prefecturesOf(region: RegionCode): readonly string[] {
  if (!region.endsWith("00")) return [];
  if (!region.endsWith("0000")) return [prefectureOf(region)];
  const all = Array.from({ length: 100 }, (_, i) => `${region.slice(0, 2)}${String(i).padStart(2, "0")}`);
  return all.filter((four) => isRegionCode(`${four}00`));
}

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  {
    table: "records",
    what: "a month's counts of an item in a region",
    key: "figures#{prefecture}#{shard}, {department}#{item}#{month}#{region}",
  },
  {
    table: "records",
    what: "those of all regions of a prefecture, from a month to another",
    key: "figures#{prefecture}#{shard}, {department}#{item}#{month}#…",
  },
  {
    table: "records",
    what: "a month's counts of an item in a prefecture as a whole",
    key: "figures#{prefecture}#{shard}, {department}/ITEMS#{month}#{item}",
  },
  {
    table: "records",
    what: "those of all items of a department, from a month to another",
    key: "figures#{prefecture}#{shard}, {department}/ITEMS#{month}#…",
  },
] as const satisfies readonly AccessPattern[];
