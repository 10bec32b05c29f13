import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { type EntitlementRule, entitlementRuleOn } from "./entitlement-rules.ts";
import type { BusService, CardKind, TransitMode } from "./fare.ts";
import type { FreeRide } from "./price-ride.ts";

/** Days, both included. */
export type Period = { readonly from: CivilDate; readonly until: CivilDate };

export const isHeldOn = (periods: readonly Period[], day: CivilDate): boolean =>
  periods.some(({ from, until }) => from <= day && day <= until);

/** The bus of a ride: a regular one within the city's area where nothing else is said. */
type BusRide = { readonly service?: BusService | undefined; readonly isOutside?: boolean | undefined };

/** How a card rides on a day: by its kind's price while the entitlement is held, else by the standard one. */
export function rightOn(
  { kind, region, entitled = [] }: RidingCard,
  mode: TransitMode,
  day: CivilDate,
  { service = "REGULAR", isOutside = false }: BusRide = {},
): { readonly card: CardKind; readonly freeBy?: FreeRide } {
  if (kind === "STANDARD" || !isHeldOn(entitled, day)) return { card: "STANDARD" };
  const rule = entitlementRuleOn(kind, day, region);
  const isMeant = (service === "REGULAR" && !isOutside) || !rule?.isRegularOnly;
  return rule?.free.includes(mode) && isMeant ? { card: kind, freeBy: freeBy(rule) } : { card: kind };
}

export type RidingCard = {
  readonly kind: CardKind;
  readonly region: RegionCode;
  readonly entitled?: readonly Period[];
};

const freeBy = ({ kind, name, source }: EntitlementRule): FreeRide => ({ ...name, source, kind });
