import { isCreditCode } from "../../../field/credit-code.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { agreedKeys, type KeptKey } from "./issuer-key.ts";
import { getIssuerKeys } from "./issuer-key-store.ts";

/** The keys of an issuer that anybody may know, those that began last first; none for a code that is nobody's. */
export async function findIssuerKeys(
  database: Pick<Database, "get">,
  mode: Mode,
  issuer: string,
): Promise<readonly KeptKey[]> {
  const kept = isCreditCode(issuer) ? await getIssuerKeys(database, { mode, issuer }) : undefined;
  return (kept ? agreedKeys(kept) : []).toSorted((a, b) => (a.from < b.from ? 1 : -1));
}
