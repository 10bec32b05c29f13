import type { RegionCode } from "../../field/region.ts";
import type { Database } from "../../kernel/database/database.ts";
import { findOffer } from "./find-service-items.ts";
import { isOffered } from "./item-head.ts";
import type { RenewalTerms } from "./licence-terms.ts";
import type { Asker } from "./pilot.ts";
import { listRenewing } from "./renewing-store.ts";

/** So many of a region's items are looked at. It has one for a type, or its authorities have one each. */
const LOOKED_AT_MAX = 3;

/** The licence that is to be renewed, and the one who wants to know by which item. */
export type RenewalWish = {
  /** Its type's code. */
  readonly type: string;
  readonly region: RegionCode;
  /** The code of the department that has issued it. */
  readonly department: string;
  readonly asker: Asker;
};

/**
 * The item by which a licence is renewed: in force, and on in its region for the one who asks; first one of its own authority's,
 * then the others by code. Undefined where there is none.
 */
export async function findRenewingItem(
  { type, region, department, asker }: RenewalWish,
  database: Pick<Database, "get" | "query">,
): Promise<{ readonly code: string; readonly window: RenewalTerms | undefined } | undefined> {
  const here = (await listRenewing(database, type)).filter(({ regions }) => isOffered(regions, region));
  const isOwn = (one: { readonly department: string }): boolean => one.department === department;
  const looked = [...here.filter(isOwn), ...here.filter((one) => !isOwn(one))].slice(0, LOOKED_AT_MAX);
  const offers = await Promise.all(looked.map(({ code }) => findOffer(code, region, asker, database)));
  const [found] = offers.flatMap((offer) => {
    const licence = offer.ok ? offer.value.item.licence : undefined;
    if (!offer.ok || licence?.act !== "RENEW" || licence.type !== type) return [];
    return [{ code: offer.value.item.code, window: licence.window }];
  });
  return found;
}
