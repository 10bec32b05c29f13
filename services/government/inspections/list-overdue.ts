import { isCode } from "../../field/code.ts";
import type { RegionCode } from "../../field/region.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { StoredItem } from "../../kernel/database/database.ts";
import { covers } from "../../kernel/jurisdiction.ts";
import type { InspectionStore } from "../inspectors/store.ts";
import { handlesPlan } from "./plan.ts";
import { listOverdue } from "./rectification-store.ts";
import type { PlannedInspection } from "./report-inspection.ts";
import { getInspection, getPlan } from "./store.ts";

type Place = { readonly region: RegionCode; readonly department: string };

/** Whether a department's list in a region is for an officer to open. */
export const mayOpenOverdue = (officer: Officer, of: Place): boolean =>
  isCode(of.department) && covers(officer, of);

/**
 * A page of the inspections of a department's plans in a region, and in all that lies in it, whose holders did not put
 * right in time what was found; the longest first, each with its place, and as it stands now.
 */
export async function listOverdueRectifications(
  { actor, ...store }: InspectionStore & { readonly actor: Officer },
  of: Place,
  page: { readonly first: number; readonly after?: StoredItem },
): Promise<{
  readonly entries: readonly { readonly node: PlannedInspection; readonly position: StoredItem }[];
  readonly more: boolean;
}> {
  const { entries, more } = await listOverdue(store, of, page);
  const found = await Promise.all(
    entries.map(async ({ plan: id, licence, position }) => {
      const [plan, inspection] = await Promise.all([getPlan(store, id), getInspection(store, id, licence)]);
      const drawn = plan?.drawn.find((one) => one.licence === licence);
      const isShown = plan && drawn && handlesPlan(actor, plan) && inspection.overdueAt !== undefined;
      return isShown ? [{ node: { plan, drawn, inspection }, position }] : [];
    }),
  );
  return { entries: found.flat(), more };
}
