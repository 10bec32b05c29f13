import type { Officer } from "../../kernel/actor.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { monthsBetween } from "./case-counts.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { type FigureStore, readCounts, type Selection } from "./store.ts";

export type FigurePorts = FigureStore & { readonly actor: Officer };

/** A year of records is what one reading takes. */
const MONTHS_MAX = 12;

export type FiguresRefused =
  | { readonly code: "OUTSIDE_JURISDICTION" }
  | {
      readonly code: "MONTHS_OUT_OF_RANGE";
      readonly values: { readonly max: string };
      readonly path: readonly string[];
    }
  | { readonly code: "ITEM_WITH_DEPARTMENT"; readonly path: readonly string[] };

/**
 * What was counted of a region's applications, of all, of a department's, or of one item's, from one month to another,
 * both included. A prefecture's and a province's figures are the sums of their parts'. Errors: OUTSIDE_JURISDICTION,
 * MONTHS_OUT_OF_RANGE for none, or for more than twelve, ITEM_WITH_DEPARTMENT.
 */
export async function readFigures(
  { actor, ...store }: FigurePorts,
  selection: Selection,
): Promise<Result<Figures, FiguresRefused>> {
  const refused = refusalOf(actor, selection);
  return refused ? err(refused) : ok(figuresOf(await readCounts(store, selection)));
}

/** Why an officer cannot read these figures, if so. */
export function refusalOf(
  { jurisdiction: { regionPrefix, departments } }: Officer,
  { region, level, from, to }: Selection,
): FiguresRefused | undefined {
  const isOwn =
    departments.length === 0 || (level.department !== undefined && departments.includes(level.department));
  if (!isOwn || !region.startsWith(regionPrefix)) return { code: "OUTSIDE_JURISDICTION" };
  if (level.item !== undefined && level.department === undefined) {
    return { code: "ITEM_WITH_DEPARTMENT", path: ["item"] };
  }
  const isLong = monthsBetween(from, to).length > MONTHS_MAX;
  if (to >= from && !isLong) return undefined;
  return { code: "MONTHS_OUT_OF_RANGE", values: { max: String(MONTHS_MAX) }, path: ["to"] };
}
