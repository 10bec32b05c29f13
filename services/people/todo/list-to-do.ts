import { listCitizenBills, owedOn } from "../../convenience/utilities/index.ts";
import { listDueApplications } from "../../government/cases/index.ts";
import { listUpcoming } from "../../government/halls/index.ts";
import type { Mode } from "../../kernel/actor.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { firstDue, type ToDo } from "./to-do.ts";

export type ToDoPorts = { readonly database: Database; readonly mode: Mode; readonly now: Instant };

/**
 * What a citizen has to do, by due date: applications to finish or to correct, their own and those of whom they may act
 * for now; halls to come to, and bills to pay.
 */
export async function listToDo(
  { database, mode, now }: ToDoPorts,
  citizen: CitizenId,
  first: number,
): Promise<readonly ToDo[]> {
  const store = { database, mode };
  const today = dateAt(now);
  const [applications, appointments, bills] = await Promise.all([
    listDueApplications({ ...store, now }, citizen, first),
    listUpcoming(store, citizen, now),
    listCitizenBills(store, citizen, "DUE"),
  ]);
  return firstDue(
    [
      ...applications.map(({ id, duty, dueOn }): ToDo => ({ kind: duty, dueOn, about: id })),
      ...appointments.map(({ id, day }): ToDo => ({ kind: "KEEP_APPOINTMENT", dueOn: day, about: id })),
      ...bills.map(
        (bill): ToDo => ({
          kind: "PAY_BILL",
          dueOn: bill.dueOn,
          about: bill.id,
          amount: owedOn(bill, today),
        }),
      ),
    ],
    first,
  );
}
