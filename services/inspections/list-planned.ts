import type { Officer } from "../platform/actor.ts";
import { isId } from "../platform/ids.ts";
import type { InspectionStore } from "./inspector-store.ts";
import { handlesPlan } from "./plan.ts";
import type { PlannedInspection } from "./report-inspection.ts";
import { getInspection, getPlan } from "./store.ts";

/**
 * A page of a plan's inspections, behind the `after`-th: all, or those that the officer was drawn for. None for a plan
 * that is not theirs.
 */
export async function listPlanned(
  store: InspectionStore & { readonly actor: Officer },
  { plan: id, mine }: { readonly plan: string; readonly mine: boolean },
  { first, after = 0 }: { readonly first: number; readonly after?: number },
): Promise<{ readonly planned: readonly PlannedInspection[]; readonly more: boolean }> {
  const { actor } = store;
  const plan = isId("ipl", id) ? await getPlan(store, id) : undefined;
  if (!plan || !handlesPlan(actor, plan)) return { planned: [], more: false };
  const all = mine ? plan.drawn.filter(({ inspectors }) => inspectors.includes(actor.id)) : plan.drawn;
  const page = all.slice(after, after + first);
  const inspections = await Promise.all(page.map(({ licence }) => getInspection(store, plan.id, licence)));
  const planned = page.flatMap((drawn, i) => {
    const inspection = inspections[i];
    return inspection ? [{ plan, drawn, inspection }] : [];
  });
  return { planned, more: after + first < all.length };
}
