import { dateAt } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Asker, findRenewingItem } from "../../catalogue/index.ts";
import { type ElectronicLicence, statusOf } from "./electronic-licence.ts";
import { type RenewalWindow, renewalWindow } from "./renewal.ts";

type RenewalPorts = { readonly database: Pick<Database, "get" | "query">; readonly now: Instant };

/** When a renewal can be asked for, and by which item. */
type FoundRenewal = RenewalWindow & { readonly item: string };

/**
 * When the renewal of a licence as it stands can be asked for, and by which item in force; undefined for a licence that is not
 * valid or has no end, and where no item renews it for the one who asks. Throws OutOfCalendar.
 */
export async function findRenewal(
  { database, now }: RenewalPorts,
  licence: Pick<ElectronicLicence, "type" | "region" | "current" | "suspended" | "ended">,
  asker: Asker,
): Promise<FoundRenewal | undefined> {
  const { type, region, current } = licence;
  const { validUntil, issuer } = current;
  if (validUntil === undefined || statusOf(licence, dateAt(now)) !== "VALID") return undefined;
  const wish = { type, region, department: issuer.department.code, asker };
  const item = await findRenewingItem(wish, database);
  return item && { ...renewalWindow(validUntil, item.window), item: item.code };
}
