import { dateAt } from "../../../kernel/civil-date.ts";
import type { ToDoSource } from "../../../people/todo/index.ts";
import { owedOn } from "../bill.ts";
import { listCitizenBills } from "./list-citizen-bills.ts";

declare module "../../../people/todo/to-do.ts" {
  interface ToDoKinds {
    readonly PAY_BILL: true;
  }
}

/** The bills that a citizen has to pay, of all accounts that they have bound. */
export const billsToPay: ToDoSource = async ({ database, mode, now }, citizen) => {
  const today = dateAt(now);
  const bills = await listCitizenBills({ database, mode }, citizen, "DUE");
  return bills.map((bill) => ({
    kind: "PAY_BILL",
    dueOn: bill.dueOn,
    about: bill.id,
    amount: owedOn(bill, today),
  }));
};
