import type { RegionCode } from "../../field/region.ts";
import type { Month } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { findServiceItem } from "../catalogue/index.ts";
import { type Figures, figuresOf, withoutPart } from "./figures.ts";
import { allowedMonths, type FigurePorts, type FiguresRefused } from "./read-figures.ts";
import { readCounts } from "./store.ts";

/** The figures of an item's cases that began in its pilot, beside those of all its other cases. */
export type PilotMeasures = { readonly pilot: Figures; readonly rest: Figures };

/**
 * The figures of a pilot in a region and all that lies in it, beside the rest of the item's cases there, so that it can
 * be judged before it is rolled out. Errors: NOT_FOUND for an item that was never published, and those of
 * `readFigures`.
 */
export async function readPilotMeasures(
  { actor, ...store }: FigurePorts,
  {
    item: code,
    ...where
  }: { readonly item: string; readonly region: RegionCode; readonly from: Month; readonly to: Month },
): Promise<Result<PilotMeasures, FiguresRefused | { readonly code: "NOT_FOUND" }>> {
  const item = await findServiceItem(code, {}, store.database);
  if (!item) return err({ code: "NOT_FOUND" });
  const level = { department: item.department.code, item: code };
  const months = allowedMonths(actor, { ...where, level });
  if (!months.ok) return months;
  const selection = { region: where.region, level, months: months.value };
  const [all, pilot] = await Promise.all([
    readCounts(store, selection),
    readCounts(store, { ...selection, level: { ...level, stage: "PILOT" } }),
  ]);
  return ok({
    pilot: figuresOf(pilot.map(({ counts }) => counts)),
    rest: figuresOf(
      withoutPart(
        all.map(({ counts }) => counts),
        pilot.map(({ counts }) => counts),
      ),
    ),
  });
}
