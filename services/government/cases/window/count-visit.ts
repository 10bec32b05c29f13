import type { Event } from "../../../kernel/commit/event.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { withCounts } from "../../figures/index.ts";
import type { ApplicationId } from "../ids.ts";
import { readCaseItem } from "../read-case-item.ts";
import { type ApplicationStore, getApplication } from "../store.ts";
import { addVisit, getVisits } from "./visit-store.ts";

/**
 * A commit's part where an applicant has come to a hall about a case, handed in or not: one visit more, and in the
 * figures one above the promise where the case's version of the item promises fewer. It stands only while the case
 * has as many visits as were read, so whoever finds it stale asks for it again.
 */
export async function visitOf(
  store: ApplicationStore,
  id: ApplicationId,
): Promise<{ readonly writes: readonly TransactItem[]; readonly event?: Event }> {
  const [application, before] = await Promise.all([getApplication(store, id), getVisits(store, id)]);
  if (!application) throw new Error(`somebody came about ${id}, and there is no such case`);
  const item = await readCaseItem(store, application);
  const isAbove = before + 1 > item.visits;
  const event = withCounts(undefined, application, isAbove ? { visitsAbovePromise: 1 } : {}, store.mode);
  return { writes: [addVisit(store, id, before)], ...(event ? { event } : {}) };
}
