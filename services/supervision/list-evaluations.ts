import { isOwnCase } from "../applications/index.ts";
import type { Officer } from "../platform/actor.ts";
import type { StoredItem } from "../platform/database.ts";
import type { Instant } from "../platform/runtime.ts";
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

/**
 * Bad evaluations of a department, or those that an officer has to put right; none from outside the jurisdiction, and
 * none in a matter of their own.
 */
export async function openEvaluations(
  reader: EvaluationStore & { readonly actor: Officer; readonly now: Instant },
  of: EvaluationList,
  page: { readonly first: number; readonly after?: StoredItem },
) {
  const { entries, more } = await listEvaluations(reader, of, page);
  const isOwnMatter = await Promise.all(entries.map(({ node }) => isOwnCase(reader, node.application)));
  const shown = entries.filter(({ node }, i) => isInJurisdiction(reader.actor, node) && !isOwnMatter[i]);
  return { entries: shown, more };
}
