import { listDueApplications } from "../applications/index.ts";
import type { Mode } from "../platform/actor.ts";
import type { CivilDate } from "../platform/civil-date.ts";
import type { Database } from "../platform/database.ts";
import type { CitizenId } from "../platform/ids.ts";
import { listCitizenBills, owedOn } from "../utilities/index.ts";
import { firstDue, type ToDo } from "./to-do.ts";

export type ToDoPorts = { readonly database: Database; readonly mode: Mode; readonly today: CivilDate };

/** What a citizen has to do, by due date: applications to finish or to correct, and bills to pay. */
export async function listToDo(
  { database, mode, today }: ToDoPorts,
  citizen: CitizenId,
  first: number,
): Promise<readonly ToDo[]> {
  const store = { database, mode };
  const [applications, bills] = await Promise.all([
    listDueApplications(store, citizen, first),
    listCitizenBills(store, citizen, "DUE"),
  ]);
  return firstDue(
    [
      ...applications.map(({ id, duty, dueOn }): ToDo => ({ kind: duty, dueOn, about: id })),
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
