import { fen, ZERO } from "../../../kernel/money.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { type Amendment, amend, type Bill, type BillNotOpen, type RatedByTariff } from "../bill.ts";
import { type BillAmountProblem, checkBillAmount } from "../bill-amount.ts";
import { type ChangeBillPorts, changeBill, type NoSuchBill } from "./change-bill.ts";
import { correct, tenancyOfBill } from "./withdraw-bill.ts";

export type AmendRefusal = BillNotOpen | RatedByTariff | NoSuchBill | BillAmountProblem;

/** A biller corrects a bill of its own that nobody is paying or has paid. */
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
      const left = fen((before.carried ?? ZERO) - (after.carried ?? ZERO));
      if (left === 0n) return ok({ writes: [] });
      const tenancy = await tenancyOfBill(ports, before);
      return ok(correct(ports, before, tenancy, { waiting: left, difference: ZERO, writes: [] }));
    },
  });
}
