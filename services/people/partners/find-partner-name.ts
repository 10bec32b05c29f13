import type { Mode, Scope } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import { OPEN_MODES, type Partner } from "./partner.ts";
import { getPartner } from "./store.ts";

/** The facts that anybody in touch with a partner may know of it. */
export type PartnerName = {
  readonly partnerId: PartnerId;
  readonly name: string;
  readonly creditCode: string;
};

/** Undefined where there is no such partner. */
export async function findPartnerName(
  database: Pick<Database, "get">,
  id: PartnerId,
): Promise<PartnerName | undefined> {
  const partner = await getPartner(database, id);
  return partner && nameOf(partner);
}

const nameOf = ({ id: partnerId, name, creditCode }: Partner): PartnerName => ({
  partnerId,
  name,
  creditCode,
});

/** The same of a partner that may have keys of a mode with a scope now; undefined for all others. */
export async function findPartnerWith(
  database: Pick<Database, "get">,
  id: PartnerId,
  { mode, scope }: { readonly mode: Mode; readonly scope: Scope },
): Promise<PartnerName | undefined> {
  const partner = await getPartner(database, id);
  const isOpen = partner && OPEN_MODES[partner.status].includes(mode) && partner.scopes.includes(scope);
  return isOpen ? nameOf(partner) : undefined;
}
