import {
  type AskedMaterial,
  type CaseMaterials,
  type FilledMaterial,
  isDraft,
  isNamed,
  type MaterialCase,
  type MaterialFile,
} from "./material.ts";
import { askFor, type MemberAsk } from "./member-ask.ts";
import { isOver } from "./second-look.ts";

export const MATERIAL_STATES = ["MISSING", "AWAITED", "SCANNING", "REJECTED", "READY", "FILLED"] as const;
export type MaterialState = (typeof MATERIAL_STATES)[number];

/** A material of a case: what is asked for, and what there is of it. */
export type MaterialView = {
  readonly code: string;
  /** Asked for by the item, or by a correction notice. */
  readonly isRequired: boolean;
  readonly state: MaterialState;
  readonly isEditable: boolean;
  /** All that are on record, in the order of their requests. */
  readonly files: readonly MaterialFile[];
  readonly filled?: FilledMaterial | undefined;
  /** The member of the household who is asked for it now. */
  readonly ask?: MemberAsk | undefined;
};

/**
 * The materials of a case as they stand. `held` is what stands for them now; it counts in a draft, and once that is
 * handed in what stood for them then, also in a correction: what its notice does not name cannot come to be missing. A
 * material that it names is asked for anew, whatever was there, unless `held` has another for it now, or one that was brought since.
 * Once it is handed in, a material is missing again whose record was found to be over.
 */
export const viewMaterials = (
  kase: MaterialCase,
  materials: CaseMaterials,
  held: readonly FilledMaterial[],
): readonly MaterialView[] =>
  kase.asked.map((asked) => {
    const { code } = asked;
    const named = isNamed(kase, code);
    const files = materials.files.filter(({ material }) => material === code);
    const taken = materials.filled.find(({ material }) => material === code);
    const found = held.filter(({ material }) => material === code);
    const isAnother = ({ brought, reference }: FilledMaterial) =>
      brought !== undefined || reference !== taken?.reference;
    const filled = named ? found.find(isAnother) : isDraft(kase) ? found[0] : taken;
    return {
      ...{
        code,
        files,
        filled,
        ask: askFor(materials.asks ?? [], code),
        state: stateOf(kase, files, asked, filled),
      },
      isRequired: asked.required || named,
      isEditable: kase.isOpen && (kase.correction ? named : !filled || filled.brought !== undefined),
    };
  });

function stateOf(
  kase: MaterialCase,
  files: readonly MaterialFile[],
  { code }: AskedMaterial,
  filled: FilledMaterial | undefined,
): MaterialState {
  if (filled) return isOver(filled) && !kase.isOpen ? "MISSING" : "FILLED";
  const since = isNamed(kase, code) ? (kase.correction?.at ?? "") : "";
  const counted = files.filter(({ requestedAt }) => requestedAt >= since);
  const states = ["SCANNING", "READY", "AWAITED", "REJECTED"] as const;
  return states.find((state) => counted.some(({ status }) => status === state)) ?? "MISSING";
}

/** A problem that keeps a case from being handed in, beside the material that it is about. */
export type MaterialProblem = {
  readonly code: "MATERIAL_MISSING" | "MATERIAL_BEING_SCANNED" | "MATERIAL_REJECTED";
  readonly under: "materials";
  readonly path: readonly string[];
};

/** A material that is asked for has to be there and clean; of any other nothing may still be at the scanner. */
export const materialProblems = (views: readonly MaterialView[]): readonly MaterialProblem[] =>
  views.flatMap(({ code, state, isRequired }) => {
    const problem = (of: MaterialProblem["code"]) => [
      { code: of, under: "materials" as const, path: [code] },
    ];
    if (state === "SCANNING") return problem("MATERIAL_BEING_SCANNED");
    if (!isRequired || state === "READY" || state === "FILLED") return [];
    return problem(state === "REJECTED" ? "MATERIAL_REJECTED" : "MATERIAL_MISSING");
  });
