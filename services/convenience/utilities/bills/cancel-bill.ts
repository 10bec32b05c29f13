import type { Result } from "../../../kernel/result.ts";
import { type Bill, type BillNotOpen, cancel } from "../bill.ts";
import type { ReadingProblem } from "../readings/meter-reading.ts";
import { type ChangeBillPorts, changeBill, type NoSuchBill } from "./change-bill.ts";
import { type EstimateSettled, withdrawBill } from "./withdraw-bill.ts";

export type CancelRefusal = BillNotOpen | NoSuchBill | ReadingProblem | EstimateSettled;

/**
 * A biller withdraws a bill of its own that nobody is paying, and the reading that it came of with it. The readings after
 * it are rated anew, and what was paid of it is credited to the next bill.
 */
export const cancelBill = (ports: ChangeBillPorts, number: string): Promise<Result<Bill, CancelRefusal>> =>
  changeBill<Exclude<CancelRefusal, NoSuchBill>>(ports, number, {
    action: "utilities.bill.cancelled",
    decide: cancel,
    others: (bill) => withdrawBill(ports, bill),
  });
