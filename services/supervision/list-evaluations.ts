import type { Officer } from "../platform/actor.ts";
import type { StoredItem } from "../platform/database.ts";
import { isInJurisdiction } from "./evaluation.ts";
import { type EvaluationList, type EvaluationStore, listEvaluations } from "./evaluation-store.ts";

/** Whether a list is for an officer to open. */
export const mayOpenList = (
  officer: Officer,
  of: { readonly region: string; readonly department: string },
) => {
  const { regionPrefix, departments } = officer.jurisdiction;
  const isOwn = departments.length === 0 || departments.includes(of.department);
  return isOwn && of.region.startsWith(regionPrefix);
};

/** Bad evaluations of a department, or those that an officer has to put right; none from outside the jurisdiction. */
export async function openEvaluations(
  { actor, ...store }: EvaluationStore & { readonly actor: Officer },
  of: EvaluationList,
  page: { readonly first: number; readonly after?: StoredItem },
) {
  const { entries, more } = await listEvaluations(store, of, page);
  return { entries: entries.filter(({ node }) => isInJurisdiction(actor, node)), more };
}
