import { isCode } from "../../field/code.ts";
import type { RegionCode } from "../../field/region.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { StoredItem } from "../../kernel/database/database.ts";
import { fullPage, type Onward } from "../../kernel/database/full-page.ts";
import { covers } from "../../kernel/jurisdiction.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { handlesPlan, type PlannedInspection } from "./plan.ts";
import { listOverdue } from "./rectification-store.ts";
import { getInspection, getPlan, type InspectionStore } from "./store.ts";

type Place = { readonly region: RegionCode; readonly department: string };

type Listed = {
  readonly entries: readonly { readonly node: PlannedInspection; readonly position: StoredItem }[];
  readonly more: Onward<StoredItem>;
};

/**
 * A page of the inspections of a department's plans in a region, and in all that lies in it, whose holders did not put
 * right in time what was found; the longest first, each with its place, and as it stands now. Errors:
 * OUTSIDE_JURISDICTION.
 */
export async function listOverdueRectifications(
  { actor, ...store }: InspectionStore & { readonly actor: Officer },
  of: Place,
  page: { readonly first: number; readonly after?: StoredItem },
): Promise<Result<Listed, { readonly code: "OUTSIDE_JURISDICTION" }>> {
  if (!isCode(of.department) || !covers(actor, of)) return err({ code: "OUTSIDE_JURISDICTION" });
  const listed = await fullPage(page, async (from) => {
    const { entries, next } = await listOverdue(store, of, from);
    const found = await Promise.all(
      entries.map(async ({ plan: id, licence, position }) => {
        const [plan, inspection] = await Promise.all([getPlan(store, id), getInspection(store, id, licence)]);
        const drawn = plan?.drawn.find((one) => one.licence === licence);
        const isShown = plan && drawn && handlesPlan(actor, plan) && inspection.overdueAt !== undefined;
        return isShown ? [{ node: { plan, drawn, inspection }, position }] : [];
      }),
    );
    return { entries: found.flat(), next };
  });
  return ok(listed);
}
