import type { Actor } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { findServiceItem } from "../../catalogue/index.ts";
import type { Application } from "../application.ts";
import { type InspectionView, viewOf } from "../inspection-on-site.ts";

/** The inspections of a case as the caller may see them. */
export async function readInspections(
  { actor, database }: { readonly actor: Actor; readonly database: Database },
  { item: { code, version }, inspections = [] }: Application,
): Promise<readonly InspectionView[]> {
  const item = inspections.length > 0 ? await findServiceItem(code, { version }, database) : undefined;
  return inspections.map((one) => {
    const checklist = item?.steps.find((step) => step.code === one.step)?.checklist ?? [];
    return viewOf(one, checklist, actor.kind === "OFFICER");
  });
}
