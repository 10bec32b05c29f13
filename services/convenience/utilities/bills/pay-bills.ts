import { legalCapacity } from "../../../field/legal-capacity.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { isId } from "../../../kernel/ids.ts";
import type { Fen } from "../../../kernel/money.ts";
import { err, type Result } from "../../../kernel/result.ts";
import {
  makePayment,
  type Payable,
  type Payer,
  type Payment,
  type PaymentChannel,
  type PayPorts,
  type PayRefusal,
} from "../../../money/payments/index.ts";
import { findBorn } from "../../../people/citizens/index.ts";
import { type BillProblem, type PartProblem, payableBills, payablePart } from "./bill-purpose.ts";

export type PayBillsWish = {
  readonly payer: Payer;
  readonly channel: PaymentChannel;
  readonly idempotencyKey: string;
  readonly bills: readonly string[];
  /** Less than is owed, of one bill; undefined for all that is owed. */
  readonly amount?: Fen | undefined;
  readonly returnPath?: string | undefined;
};

export type BillsProblem =
  | {
      readonly code: "BILLS_AT_ONCE";
      readonly values: { readonly min: string; readonly max: string };
      readonly path: readonly ["bills"];
    }
  | { readonly code: "PART_OF_ONE_BILL"; readonly path: readonly ["amount"] }
  | { readonly code: "ACT_OF_CHILDS_GUARDIAN"; readonly path: readonly ["bills"] };

/** So many bills are paid at once: a commit holds them all, and a biller each. */
const BILLS_AT_ONCE_MAX = 15;

/**
 * Pays bills, all of them or none; with the key of an earlier call it goes on with that call's payment. A child under 8 does no act
 * that binds anybody (民法典, art. 20): a guardian pays. Its age is read in the turn of the bills.
 */
export async function payBills(
  ports: PayPorts,
  { payer, channel, idempotencyKey, amount, returnPath, ...wish }: PayBillsWish,
): Promise<Result<Payment, PayRefusal | BillProblem | PartProblem | BillsProblem>> {
  const bills = [...new Set(wish.bills)];
  if (bills.length === 0 || bills.length > BILLS_AT_ONCE_MAX) {
    const values = { min: "1", max: String(BILLS_AT_ONCE_MAX) };
    return err({ code: "BILLS_AT_ONCE", values, path: ["bills"] });
  }
  if (amount !== undefined && bills.length > 1) return err({ code: "PART_OF_ONE_BILL", path: ["amount"] });
  return makePayment(ports, {
    ...{ payer, channel, idempotencyKey, returnPath, operation: "payBills" },
    fingerprint: fingerprintOf([channel, bills, ...(amount === undefined ? [] : [amount.toString()])]),
    payable: async (): Promise<Result<Payable, BillProblem | PartProblem | BillsProblem>> => {
      const [isChild, payable] = await Promise.all([
        isUnderEight(ports, payer),
        amount === undefined ? payableBills(ports, bills) : payablePart(ports, bills[0] ?? "", amount),
      ]);
      return isChild ? err({ code: "ACT_OF_CHILDS_GUARDIAN", path: ["bills"] }) : payable;
    },
  });
}

async function isUnderEight(ports: PayPorts, payer: Payer): Promise<boolean> {
  const born = isId("ctz", payer) ? await findBorn(ports, payer) : undefined;
  return born !== undefined && legalCapacity(born, dateAt(ports.now())) === "NONE";
}
