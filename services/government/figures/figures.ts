import { type RegionCode, regionsWithin } from "../../field/region.ts";
import type { Month } from "../../kernel/civil-date.ts";
import {
  CASE_COUNTERS,
  type CaseCounter,
  type CaseCounts,
  type CountedCase,
  DAYS_TOLD_MAX,
  daysCounter,
} from "./case-counts.ts";
import type { FigureLevel } from "./keys.ts";

/** The sum of some months' counts. */
export type Figures = {
  readonly counts: Readonly<Record<CaseCounter, number>>;
  /** Of the working days that decisions took; undefined where nothing was decided. */
  readonly medianWorkingDays: number | undefined;
};

/**
 * The levels that a case counts in: its item, its department, and its region as a whole, so that each is told without
 * summing what is below it; and the item's pilot, if it began in one. Figures by another property of a case need
 * a level more here.
 */
export const levelsOf = ({
  department,
  item: { code: item },
  stage,
}: Omit<CountedCase, "id" | "region">): readonly FigureLevel[] => [
  { department, item },
  { department },
  {},
  ...(stage === "PILOT" ? [{ department, item, stage }] : []),
];

/** Some counts of a region's month. */
export type Counted = { readonly month: Month; readonly region: RegionCode; readonly counts: CaseCounts };

/** The figures of each month that was selected, whether or not it has counted anything. */
export const figuresByMonth = (
  counted: readonly Counted[],
  months: readonly Month[],
): readonly { readonly key: Month; readonly figures: Figures }[] =>
  figuresBy([...months.map((month) => ({ month, counts: {} })), ...counted], ({ month }) => month);

/** The figures of each county of a region, or of itself where it has none, and of whichever region beside them has counted anything. */
export const figuresByRegion = (
  counted: readonly Counted[],
  within: RegionCode,
): readonly { readonly key: RegionCode; readonly figures: Figures }[] => {
  const counties = regionsWithin(within).filter((region) => regionsWithin(region).length === 1);
  return figuresBy(
    [...counties.map((region) => ({ region, counts: {} })), ...counted],
    ({ region }) => region,
  );
};

/** The figures of what has the same key, by key in the order of its text. */
export function figuresBy<C extends { readonly counts: CaseCounts }, K extends string>(
  counted: readonly C[],
  keyOf: (one: C) => K,
): readonly { readonly key: K; readonly figures: Figures }[] {
  const groups = new Map<K, CaseCounts[]>();
  for (const one of counted) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one.counts);
    else groups.set(keyOf(one), [one.counts]);
  }
  return [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, counts]) => ({ key, figures: figuresOf(counts) }));
}

/** The rest of counts without some that are among them; read one after the other they may differ by a moment. */
export const withoutPart = (
  all: readonly CaseCounts[],
  part: readonly CaseCounts[],
): readonly CaseCounts[] => {
  const left: Record<string, number> = {};
  const add = (counts: CaseCounts, sign: 1 | -1) => {
    for (const [name, by] of Object.entries(counts)) left[name] = (left[name] ?? 0) + sign * (by ?? 0);
  };
  for (const counts of all) add(counts, 1);
  for (const counts of part) add(counts, -1);
  return [Object.fromEntries(Object.entries(left).filter(([, by]) => by > 0))];
};

export function figuresOf(counted: readonly CaseCounts[]): Figures {
  const sum = (name: keyof CaseCounts) => counted.reduce((total, counts) => total + (counts[name] ?? 0), 0);
  const counts: Record<string, number> = {};
  for (const name of CASE_COUNTERS) counts[name] = sum(name);
  const days = Array.from({ length: DAYS_TOLD_MAX + 1 }, (_, day) => sum(daysCounter(day)));
  return { counts: counts as Figures["counts"], medianWorkingDays: medianOf(days) };
}

/** The share of decisions that a rule made; undefined where nothing was decided. */
export const shareDecidedByRule = ({
  counts: { decided, decidedByRule },
}: Pick<Figures, "counts">): number | undefined => (decided > 0 ? decidedByRule / decided : undefined);

/** The median of values 0, 1, 2, … of which there are so many each. */
export function medianOf(numbers: readonly number[]): number | undefined {
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (total === 0) return undefined;
  const at = (rank: number): number => {
    let seen = 0;
    return numbers.findIndex((number) => {
      seen += number;
      return seen > rank;
    });
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
