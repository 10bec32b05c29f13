import type { TransactItem } from "../../../kernel/database/database.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { countWrites } from "../../figures/index.ts";
import type { ApplicationId } from "../ids.ts";
import { readCaseItem } from "../read-case-item.ts";
import { type ApplicationStore, getApplication } from "../store.ts";
import { addVisit, getVisits } from "./visit-store.ts";

/**
 * The writes of a commit where an applicant has come to a hall about a case, handed in or not: one visit more, and in
 * the figures one above the promise where the case's version of the item promises fewer. It stands only while the case
 * has as many visits as were read, so whoever finds it stale asks for it again.
 */
export async function visitWrites(
  store: ApplicationStore,
  id: ApplicationId,
  at: Instant,
): Promise<readonly TransactItem[]> {
  const [application, before] = await Promise.all([getApplication(store, id), getVisits(store, id)]);
  if (!application) throw new Error(`somebody came about ${id}, and there is no such case`);
  const item = await readCaseItem(store, application);
  const isAbove = before + 1 > item.visits;
  return [
    addVisit(store, id, before),
    ...countWrites(store, application, at, isAbove ? { visitsAbovePromise: 1 } : {}),
  ];
}
