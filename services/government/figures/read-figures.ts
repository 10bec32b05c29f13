import type { Officer } from "../../kernel/actor.ts";
import { type Month, type Months, monthsBetween } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Counted, type Figures, figuresBy } from "./figures.ts";
import { prefecturesOf } from "./keys.ts";
import { type FigureStore, readCounts, readItemCounts, type Selection } from "./store.ts";

export type FigurePorts = FigureStore & { readonly actor: Officer };

/** A year of records is what one reading takes. */
const MONTHS_MAX = 12;
/** As many as a municipality has, with its own; a province has more. */
const ITEMS_OF_PREFECTURES_MAX = 3;

export type FiguresRefused =
  | { readonly code: "OUTSIDE_JURISDICTION" }
  | {
      readonly code: "MONTHS_OUT_OF_RANGE";
      readonly values: { readonly max: string };
      readonly path: readonly string[];
    }
  | { readonly code: "ITEM_WITH_DEPARTMENT"; readonly path: readonly string[] };

/** The figures that are asked for, from a month to another, both included. */
export type FiguresWish = Omit<Selection, "months"> & { readonly from: Month; readonly to: Month };

/** The counts of a selection, read once; each of their sums is made where it is asked for. */
export type CaseFigures = Selection & { readonly counted: readonly Counted[] };

/**
 * The counts of a region's applications, of all, of a department's, or of one item's, from one month to another,
 * both included. A prefecture's and a province's figures are the sums of their parts'. Errors: OUTSIDE_JURISDICTION,
 * MONTHS_OUT_OF_RANGE for none, or for more than twelve, ITEM_WITH_DEPARTMENT.
 */
export async function readFigures(
  { actor, ...store }: FigurePorts,
  wish: FiguresWish,
): Promise<Result<CaseFigures, FiguresRefused>> {
  const months = allowedMonths(actor, wish);
  if (!months.ok) return months;
  const selection = { region: wish.region, level: wish.level, months: months.value };
  return ok({ ...selection, counted: await readCounts(store, selection) });
}

/**
 * The figures of each item of a selection that has counted anything. Undefined where no department is selected, or a
 * province that has many prefectures: those would be too many records for one answer.
 */
export async function readFiguresByItem(
  store: FigureStore,
  { region, level: { department, item }, months, counted }: CaseFigures,
): Promise<readonly { readonly key: string; readonly figures: Figures }[] | undefined> {
  if (department === undefined || prefecturesOf(region).length > ITEMS_OF_PREFECTURES_MAX) return undefined;
  if (item !== undefined) return figuresBy(counted, () => item);
  return figuresBy(await readItemCounts(store, { region, department, months }), (one) => one.item);
}

/** The months that an officer reads figures of, or why it cannot. */
export function allowedMonths(
  { jurisdiction: { regionPrefix, departments } }: Officer,
  { region, level, from, to }: FiguresWish,
): Result<Months, FiguresRefused> {
  const isOwn =
    departments.length === 0 || (level.department !== undefined && departments.includes(level.department));
  if (!isOwn || !region.startsWith(regionPrefix)) return err({ code: "OUTSIDE_JURISDICTION" });
  if (level.item !== undefined && level.department === undefined) {
    return err({ code: "ITEM_WITH_DEPARTMENT", path: ["item"] });
  }
  const months = monthsBetween(from, to, MONTHS_MAX);
  if (months.ok) return months;
  return err({ code: months.error, values: { max: String(MONTHS_MAX) }, path: ["to"] });
}
