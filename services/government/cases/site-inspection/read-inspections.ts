import type { Actor } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Application } from "../application.ts";
import { type InspectionView, viewOf } from "../inspection-on-site.ts";
import { readCaseItem } from "../read-case-item.ts";

/** The inspections of a case as the caller may see them. */
export async function readInspections(
  { actor, database }: { readonly actor: Actor; readonly database: Database },
  application: Application,
): Promise<readonly InspectionView[]> {
  const { inspections = [] } = application;
  if (inspections.length === 0) return [];
  const { steps } = await readCaseItem({ database }, application);
  return inspections.map((one) => {
    const checklist = steps.find((step) => step.code === one.step)?.checklist ?? [];
    return viewOf(one, checklist, actor.kind === "OFFICER");
  });
}
