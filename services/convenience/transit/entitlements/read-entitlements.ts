import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Card } from "../card.ts";
import type { TransitStore } from "../card-store.ts";
import { isHeldOn } from "../network/riding-right.ts";
import type { Operator } from "../operator.ts";
import { getOperator } from "../operator-store.ts";
import { type Entitlement, entitledDays, type Grant, periodsOf } from "./entitlement.ts";
import { getCardEntitlement, listEntitlements } from "./entitlement-store.ts";

/** A grant with the entitlement that it is of. */
export type HeldGrant = { readonly entitlement: Entitlement; readonly grant: Grant };

/** All grants of a person, the latest first. */
export async function listGrants(store: TransitStore, holder: CitizenId): Promise<readonly HeldGrant[]> {
  const all = await listEntitlements(store, holder);
  return all
    .flatMap((entitlement) => entitlement.grants.map((grant) => ({ entitlement, grant })))
    .toSorted(({ grant: a }, { grant: b }) => (a.from > b.from ? -1 : 1));
}

/** Whether a grant holds on the day of an instant. */
export const isHeldAt = ({ grant }: HeldGrant, at: Instant): boolean =>
  isHeldOn(periodsOf({ grants: [grant] }), dateAt(at));

/** Until when a card rides by its kind's price, of a day on which it does; undefined where it costs the standard fare. */
export async function readEntitledUntil(
  store: TransitStore,
  card: Card,
  now: Instant,
): Promise<CivilDate | undefined> {
  if (card.kind === "STANDARD") return undefined;
  const today = dateAt(now);
  const days = entitledDays(card, await getCardEntitlement(store, card));
  const held = days.filter((period) => isHeldOn([period], today)).map(({ until }) => until);
  return held.toSorted().at(-1);
}

/** The operator that has made a grant, as passengers know it. */
export const findGrantOperator = async (
  { database }: Pick<TransitStore, "database">,
  { grant }: HeldGrant,
): Promise<Operator | undefined> => getOperator(database, grant.by);
