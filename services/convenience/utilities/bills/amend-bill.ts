import { fen, ZERO } from "../../../kernel/money.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import {
  type Amendment,
  amend,
  type Bill,
  type BillNotOpen,
  leftToNext,
  type RatedByTariff,
} from "../bill.ts";
import { type BillAmountProblem, checkBillAmount } from "../bill-amount.ts";
import { type ChangeBillPorts, changeBill, type NoSuchBill } from "./change-bill.ts";
import { correct, tenancyOfBill } from "./withdraw-bill.ts";

export type AmendRefusal = BillNotOpen | RatedByTariff | NoSuchBill | BillAmountProblem;

/**
 * A biller corrects a bill of its own that nobody is paying. One that was paid stays as it was told, and the next bears the
 * difference; a credit is given in the ledger.
 */
export async function amendBill(
  ports: ChangeBillPorts,
  number: string,
  amendment: Amendment,
): Promise<Result<Bill, AmendRefusal>> {
  const sound = checkBillAmount(amendment.amount);
  if (!sound.ok) return sound;
  return changeBill(ports, number, {
    action: "utilities.bill.amended",
    decide: (bill) => amend(bill, amendment),
    others: async (before, after) => {
      const difference = fen(leftToNext(after) - leftToNext(before));
      const waiting = fen((before.carried ?? ZERO) - (after.carried ?? ZERO) + difference);
      if (waiting === 0n) return ok({ writes: [] });
      const tenancy = await tenancyOfBill(ports, before);
      return ok(await correct(ports, before, tenancy, { waiting, difference, writes: [] }));
    },
  });
}
