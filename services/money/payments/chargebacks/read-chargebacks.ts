import type { PaymentId } from "../ids.ts";
import type { Chargeback } from "./chargeback.ts";
import { type ChargebackStore, listChargebacks } from "./chargeback-store.ts";

/** The chargebacks of a payment, the earliest first. */
export async function readChargebacks(
  store: ChargebackStore,
  payment: PaymentId,
): Promise<readonly Chargeback[]> {
  const found = await listChargebacks(store, payment);
  return found.toSorted((a, b) => (a.bookedAt < b.bookedAt ? -1 : 1));
}
