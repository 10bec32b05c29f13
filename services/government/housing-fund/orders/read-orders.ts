import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { orderTermsOn } from "../withdrawals/terms.ts";
import type { FundStore } from "../withdrawals/withdrawal-store.ts";
import type { StandingOrder } from "./order.ts";
import { getOrders } from "./order-store.ts";

/** A person's standing orders, also those that have ended, the latest first. */
export const findOrders = async (store: FundStore, citizen: CitizenId): Promise<readonly StandingOrder[]> =>
  (await getOrders(store, citizen)).orders;

/** How many months lie between two draws, by the city's terms. Throws where it had none when the order was agreed. */
export function everyMonthsOf(region: RegionCode, agreedOn: CivilDate): number {
  const terms = orderTermsOn(region, agreedOn);
  if (!terms) throw new Error(`region ${region} had no standing orders on ${agreedOn}`);
  return terms.everyMonths;
}
