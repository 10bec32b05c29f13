import type { AutomaticPayment } from "../automatic-payment.ts";
import { getTenancy, type UtilityStore } from "../store.ts";
import type { Binding } from "../utility-account.ts";

/** The order on an account, where the person who has bound it has given it; another's of the household is not told. */
export async function findAutomaticPayment(
  store: UtilityStore,
  binding: Binding,
): Promise<AutomaticPayment | undefined> {
  const order = (await getTenancy(store, binding.account, binding))?.automatic;
  return order?.by === binding.citizenId ? order : undefined;
}
