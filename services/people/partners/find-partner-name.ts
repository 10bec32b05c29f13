import type { Database } from "../../kernel/database/database.ts";
import type { PartnerId } from "../../kernel/ids.ts";
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
  return partner && { partnerId: partner.id, name: partner.name, creditCode: partner.creditCode };
}
