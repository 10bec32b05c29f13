import type { OfficerId } from "../../kernel/ids.ts";
import { type Inspection, type InspectionState, type Redraw, stateOf } from "./inspection.ts";
import type { Drawn } from "./plan.ts";

/** So often another is drawn for one inspection: one who could go on for ever would choose. */
const REDRAWS_MAX = 5;

/** The two who inspect now: those who were drawn, each replaced as often as another was drawn in their place. */
export const inspectorsOf = (
  { inspectors }: Pick<Drawn, "inspectors">,
  { redraws = [] }: Pick<Inspection, "redraws">,
): readonly OfficerId[] =>
  redraws.reduce<readonly OfficerId[]>(
    (two, { replaced, inspector }) => two.map((one) => (one === replaced ? inspector : one)),
    inspectors,
  );

/** All who were ever drawn for it; nobody is drawn for it twice. */
export const hadPart = (
  { inspectors }: Pick<Drawn, "inspectors">,
  { redraws = [] }: Pick<Inspection, "redraws">,
): readonly OfficerId[] => [...inspectors, ...redraws.map(({ inspector }) => inspector)];

export type NotRedrawable =
  | { readonly code: "NOT_ALLOWED_NOW"; readonly state: InspectionState; readonly actions: readonly [] }
  | { readonly code: "NOT_DRAWN_FOR_IT"; readonly path: readonly string[] }
  | {
      readonly code: "REDRAWN_TOO_OFTEN";
      readonly values: { readonly max: string };
      readonly path: readonly string[];
    };

/**
 * Why nobody is drawn in an inspector's place: something was reported already, they are not one of the two, or it was done
 * too often for this inspection.
 */
export function redrawProblem(
  drawn: Drawn,
  inspection: Inspection,
  inspector: OfficerId,
): NotRedrawable | undefined {
  if (inspection.reports.length > 0) {
    return { code: "NOT_ALLOWED_NOW", state: stateOf(inspection), actions: [] };
  }
  if (!inspectorsOf(drawn, inspection).includes(inspector)) {
    return { code: "NOT_DRAWN_FOR_IT", path: ["inspector"] };
  }
  return (inspection.redraws ?? []).length < REDRAWS_MAX
    ? undefined
    : { code: "REDRAWN_TOO_OFTEN", values: { max: String(REDRAWS_MAX) }, path: ["licence"] };
}

export const withRedraw = (inspection: Inspection, redraw: Redraw): Inspection => ({
  ...inspection,
  redraws: [...(inspection.redraws ?? []), redraw],
  revision: inspection.revision + 1,
});
