import { topUpPurpose } from "../convenience/transit/index.ts";
import { billPurpose } from "../convenience/utilities/index.ts";
import type { Parts } from "../kernel/parts.ts";
import type { Outside } from "../kernel/service-runtime.ts";
import { openGateways, purposesOf } from "../money/payments/index.ts";
import { lapsePartners } from "../people/partners/index.ts";

/**
 * The ground of the functions that settle payments and deliver events. The registry offers the same, as a test holds, but
 * brings all services with it: each of these functions would carry twice the code.
 */
export const PURPOSES = [billPurpose, topUpPurpose] as const;
export const ENTERPRISE_FOLLOWERS = [lapsePartners] as const;

type PaymentOutside = Omit<Outside, "config"> & {
  readonly config: Pick<Outside["config"], "paymentGateways">;
};

/** The parts of payments alone, for functions that do nothing else. */
export async function openPaymentParts({
  config,
  ...outside
}: PaymentOutside): Promise<Pick<Parts, "payments">> {
  const gateways = await openGateways(config.paymentGateways, outside);
  return { payments: { gateways, purposes: purposesOf(PURPOSES) } };
}
