import type { Actor, Citizen, Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type CitizenId, isId } from "../../kernel/ids.ts";
import { isRepresentative, type Partner, type PartnerStatus, type Position } from "./partner.ts";
import { getPartner, listByStatus, listRepresented } from "./store.ts";

/**
 * The partner with this id, for its representative and for the officers who manage partners. To anybody else it does not
 * exist.
 */
export async function findPartner(
  id: string,
  actor: Actor,
  { database }: { readonly database: Pick<Database, "get"> },
): Promise<Partner | undefined> {
  if (!isId("ptn", id)) return undefined;
  switch (actor.kind) {
    case "OFFICER":
      return actor.roles.includes("PARTNER_MANAGER") ? getPartner(database, id) : undefined;
    case "CITIZEN": {
      const partner = await getPartner(database, id);
      return partner && isRepresentative(partner, actor) ? partner : undefined;
    }
    default:
      return undefined;
  }
}

type Page = { readonly first: number; readonly after?: Position };
type Listed = { readonly entries: readonly { readonly node: Partner; readonly position: Position }[] };

/** All partners with this status, the earliest application first. */
export async function listPartners(
  status: PartnerStatus,
  page: Page,
  { database }: { readonly database: Database },
): Promise<Listed & { readonly more: boolean }> {
  const { partners, more } = await listByStatus(database, status, page);
  const entries = partners.map((node) => ({ node, position: { appliedAt: node.appliedAt, id: node.id } }));
  return { entries, more };
}

/** The partners that a person represents, the latest first; told to that person alone. */
export async function listOwnPartners(
  { citizenId, mode }: { readonly citizenId: CitizenId; readonly mode: Mode },
  { id }: Citizen,
  { database }: { readonly database: Database },
): Promise<readonly Partner[]> {
  return id === citizenId ? listRepresented(database, id, mode) : [];
}
