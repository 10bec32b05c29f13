import { isCode } from "../../field/code.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import { isOfDepartment } from "../../kernel/jurisdiction.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Inspector } from "./inspector.ts";
import { type InspectorStore, listRoll } from "./store.ts";

/** A page of a department's roll, those who have left it included. Errors: OUTSIDE_JURISDICTION. */
export async function listInspectors(
  { actor, ...store }: InspectorStore & { readonly actor: Officer },
  department: string,
  page: { readonly first: number; readonly after?: OfficerId },
): Promise<
  Result<
    { readonly inspectors: readonly Inspector[]; readonly more: boolean },
    { readonly code: "OUTSIDE_JURISDICTION" }
  >
> {
  return isCode(department) && isOfDepartment(actor, department)
    ? ok(await listRoll(store, department, page))
    : err({ code: "OUTSIDE_JURISDICTION" });
}
