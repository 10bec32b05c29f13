import type { Result } from "../../../kernel/result.ts";
import { type Bill, type BillNotOpen, cancel } from "../bill.ts";
import { withdrawReading } from "../readings/withdraw-reading.ts";
import { type ChangeBillPorts, changeBill, type NoSuchBill } from "./change-bill.ts";

/** A biller withdraws a bill of its own that nobody is paying or has paid, and the reading that it came of with it. */
export const cancelBill = (
  ports: ChangeBillPorts,
  number: string,
): Promise<Result<Bill, BillNotOpen | NoSuchBill>> =>
  changeBill(ports, number, {
    action: "utilities.bill.cancelled",
    decide: cancel,
    others: (bill) => withdrawReading(ports, bill),
  });
