import type { AutomaticPayment } from "../automatic-payment.ts";
import { getUtilityAccount, type UtilityStore } from "../store.ts";
import type { Binding } from "../utility-account.ts";

/** The order on an account, where the person who has bound it has given it; another's of the household is not told. */
export async function findAutomaticPayment(
  store: UtilityStore,
  { account: id, citizenId }: Binding,
): Promise<AutomaticPayment | undefined> {
  const order = (await getUtilityAccount(store, id))?.automatic;
  return order?.by === citizenId ? order : undefined;
}
