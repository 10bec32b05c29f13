import type { RegionCode } from "../../field/region.ts";
import type { Officer, Role } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type From, fullPage, type Onward } from "../../kernel/database/full-page.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import { covers } from "../../kernel/jurisdiction.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { OfficerRecord } from "./officer.ts";
import { listOfDepartment, SEVERAL } from "./store.ts";

/** Behind which officer a list goes on, and in which of its two parts; none of the part's yet. */
export type OfficerPosition = { readonly part: "own" | "several"; readonly after?: OfficerId };

export type OfficerFilter = {
  readonly role: Role;
  readonly region: RegionCode;
  readonly department: string;
};

export type OfficerList = {
  readonly entries: readonly { readonly node: OfficerId; readonly position: OfficerPosition }[];
  readonly more: Onward<OfficerPosition>;
};

/**
 * The officers of a role who work for a department in a region: those of the department alone, then those of several or all
 * departments. Where many are of other roles or regions, a page may be short though the list goes on. Errors:
 * OUTSIDE_JURISDICTION, where it is not the asking officer's own.
 */
export async function listOfficers(
  { database, actor }: { readonly database: Pick<Database, "query">; readonly actor: Officer },
  { role, ...place }: OfficerFilter,
  page: From<OfficerPosition>,
): Promise<Result<OfficerList, { readonly code: "OUTSIDE_JURISDICTION" }>> {
  if (!covers(actor, place)) return err({ code: "OUTSIDE_JURISDICTION" });
  const isWanted = (officer: OfficerRecord): boolean =>
    officer.roles.includes(role) && covers(officer, place);
  const read = async ({ first, after = { part: "own" } }: From<OfficerPosition>) => {
    const { part } = after;
    const department = part === "own" ? place.department : SEVERAL;
    const { officers, more } = await listOfDepartment(database, department, { first, after: after.after });
    const last = officers.at(-1)?.id;
    const onward: OfficerPosition | undefined = part === "own" ? { part: "several" } : undefined;
    return {
      entries: officers
        .filter(isWanted)
        .map(({ id }) => ({ node: id, position: { part, after: id } satisfies OfficerPosition })),
      next: more && last ? { part, after: last } : onward,
    };
  };
  return ok(await fullPage(page, read));
}
