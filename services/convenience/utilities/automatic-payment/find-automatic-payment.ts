import { getTenancy } from "../account-store.ts";
import type { AutomaticPayment } from "../automatic-payment.ts";
import type { UtilityStore } from "../store.ts";
import type { Binding } from "../utility-account.ts";

/**
 * The order on an account, where the person who has bound it has given it; another's of the household is not told. One of
 * a tenancy that has ended pays nothing.
 */
export async function findAutomaticPayment(
  store: UtilityStore,
  binding: Binding,
): Promise<AutomaticPayment | undefined> {
  const tenancy = await getTenancy(store, binding.account, binding);
  const order = tenancy?.until === undefined ? tenancy?.automatic : undefined;
  return order?.by === binding.citizenId ? order : undefined;
}
