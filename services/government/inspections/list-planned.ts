import type { Officer } from "../../kernel/actor.ts";
import { isId } from "../../kernel/ids.ts";
import { handlesPlan, type InspectionPlan, type PlannedInspection } from "./plan.ts";
import { hadPart } from "./redraw.ts";
import { getInspection, getPlan, type InspectionStore } from "./store.ts";

/**
 * A page of a plan's inspections, behind the `after`-th: all, for one who handles the plan, or those that the officer was
 * drawn for, also where another was redrawn in their place.
 */
export async function listPlanned(
  store: InspectionStore & { readonly actor: Officer },
  { plan: id, mine }: { readonly plan: string; readonly mine: boolean },
  { first, after = 0 }: { readonly first: number; readonly after?: number },
): Promise<{ readonly planned: readonly PlannedInspection[]; readonly more: boolean }> {
  const { actor } = store;
  const plan = isId("ipl", id) ? await getPlan(store, id) : undefined;
  if (!plan || !(mine || handlesPlan(actor, plan))) return { planned: [], more: false };
  const of = async (some: InspectionPlan["drawn"]): Promise<readonly PlannedInspection[]> =>
    Promise.all(
      some.map(async (drawn) => ({
        ...{ plan, drawn },
        inspection: await getInspection(store, plan.id, drawn.licence),
      })),
    );
  const isTheirs = ({ drawn, inspection }: PlannedInspection) =>
    hadPart(drawn, inspection).includes(actor.id);
  // The inspectors of each are known when all are read, which is two batches at most.
  const all = mine ? (await of(plan.drawn)).filter(isTheirs) : undefined;
  const planned = all?.slice(after, after + first) ?? (await of(plan.drawn.slice(after, after + first)));
  return { planned, more: after + first < (all ?? plan.drawn).length };
}
