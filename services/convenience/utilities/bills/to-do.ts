import { dateAt } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { listWards } from "../../../people/enterprises/index.ts";
import type { ToDoSource } from "../../../people/todo/index.ts";
import { owedOn } from "../bill.ts";
import { listCitizenBills } from "./list-citizen-bills.ts";

declare module "../../../people/todo/to-do.ts" {
  interface ToDoKinds {
    readonly PAY_BILL: true;
  }
}

/** The bills that a citizen has to pay, of all accounts that they, or the minors whose guardian they are, have bound. */
export const billsToPay: ToDoSource = async ({ database, mode, now }, citizen) => {
  const today = dateAt(now);
  const store = { database, mode };
  const dueOf = (person: CitizenId) => listCitizenBills(store, person, "DUE");
  const ofWards = async () => Promise.all((await listWards(store, citizen, now)).map(dueOf));
  const [own, wards] = await Promise.all([dueOf(citizen), ofWards()]);
  // A guardian and a minor may have bound one account.
  const bills = new Map([...own, ...wards.flat()].map((bill) => [bill.id, bill]));
  return [...bills.values()].map((bill) => ({
    kind: "PAY_BILL",
    dueOn: bill.dueOn,
    about: bill.id,
    amount: owedOn(bill, today),
  }));
};
